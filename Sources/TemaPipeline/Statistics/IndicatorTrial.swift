public import TemaAnalysis
import TemaCoding
public import TemaModel

extension CodebookFile {
    /// Tries every indicator of the codebook in a corpus.
    public func tryIndicators(
        in input: CorpusInput, settings: ReadingSettings, _ monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: IndicatorUse, summary: RunSummary) {
        var reader = CorpusReader(input: input, settings: settings)
        reader.coder = AutomaticCoder(try Matcher(codes.byIndicator), kinds: settings.kinds)
        return try reader.count(
            IndicatorUse(codes: codes, places: indicatorPlaces), monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
    }
}
