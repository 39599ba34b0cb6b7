import TemaAnalysis
import TemaCodebook
import TemaCoding
import TemaIngest
import TemaModel
import TemaTables

// Codes a file by a codebook, and prints the code frequencies: count-codes CODEBOOK FILE
let paths = CommandLine.arguments
let codes = CodeList(try CodebookYAML.read(path: paths[1]))
var coder = AutomaticCoder(try Matcher(codes))
var frequencies = Frequencies(codes: codes)
try DocumentReaders.read(path: paths[2]) { document in
    frequencies.add(coder.code(document))
}
print(String(decoding: try frequencies.table().written(as: "csv"), as: UTF8.self), terminator: "")
