import ArgumentParser
import TemaAnalysis
import TemaCoding
import TemaPipeline
import TemaReport

// Options that take one of a few words: the argument parser names them in help, in completions and in its errors.
extension CodingUnit: ExpressibleByArgument {}
extension Comparison.View: ExpressibleByArgument {}
extension ComparisonMeasure: ExpressibleByArgument {}
extension CooccurrencePicture.Measure: ExpressibleByArgument {}
extension CooccurrenceUnit: ExpressibleByArgument {}
extension Matcher.Nesting: ExpressibleByArgument {}
extension ProgressView: ExpressibleByArgument {}
extension Validation.View: ExpressibleByArgument {}
