import TemaCharts
import TemaTables

/// The style sheet of a report, for screen and print. Its colours are those of the charts.
enum ReportStyle {
    static let text = """
        \(Stylesheet.text)\(root(light: true))
        @media screen and (prefers-color-scheme: dark) { \(root(light: false)) }
        * { box-sizing: border-box }
        body { margin: 0 auto; padding: 1.5rem 28px 4rem; max-width: 744px; font: 1rem/1.55 system-ui, sans-serif;
          color: var(--ink); background: var(--paper); overflow-wrap: break-word }
        \(HTMLPage.tableStyle)
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem }
        h2 { font-size: 1.3rem; margin: 3rem 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink) }
        h3 { font-size: 1.05rem; margin: 2rem 0 .5rem }
        h1, h2, h3, dt, figcaption { break-after: avoid }
        a { color: var(--link) }
        nav ol { padding-inline-start: 1.4rem; columns: 2 18rem }
        code { font-size: .8em; color: var(--soft); font-weight: 400; overflow-wrap: anywhere }
        caption { font-size: 1.05rem; padding-bottom: .4rem }
        .facts, figcaption, section ul, .notes { color: var(--soft); font-size: .85rem }
        section ul { padding-inline-start: 1.2rem }
        figure { margin: 1.2rem 0 1.8rem; break-inside: avoid-page }
        figure svg { display: block; max-width: 100%; height: auto; break-inside: avoid }
        figcaption { margin-bottom: .8rem }
        figcaption b { color: var(--ink); font-size: 1rem }
        .narrow { display: none }
        .brief { font-size: 1.05rem; padding-inline-start: 1.4rem }
        .brief li { margin: .5rem 0 }
        .command code { font-size: .95em }
        .notes { margin: 0 0 1.5rem }
        summary { cursor: pointer; color: var(--link); padding: .25rem 0; min-height: 1.5rem }
        .scroll { overflow-x: auto; font-size: .85rem; margin: 1rem 0 }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 0 0 1.5rem }
        .tiles div { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; display: flex;
          flex-direction: column-reverse }
        .tiles dt { color: var(--soft); font-size: .85rem }
        .tiles dd { margin: 0; font-size: 1.2rem; font-weight: 600; white-space: nowrap }
        .codes dt, .codes dd { margin-inline-start: calc(1.2rem * var(--depth, 0)) }
        .codes dt { font-weight: 600; margin-top: .9rem }
        .codes p { margin: .15rem 0 }
        blockquote { margin: .8rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line); break-inside: avoid }
        blockquote p { margin: 0 0 .2rem }
        footer { font-size: .85rem }
        mark { background: var(--mark); color: var(--ink); padding: 0 .1em; border-radius: .15em }
        .place { margin: 1rem 0; padding: .2rem .9rem; border: 1px solid var(--line); border-radius: .4rem }
        .place:target { outline: 2px solid var(--link) }
        .beside { color: var(--soft); font-size: .85rem }
        .facts-list div { display: grid; grid-template-columns: minmax(8rem, 1fr) 2.5fr; gap: .8rem;
          padding: .25rem 0; border-bottom: 1px solid var(--line) }
        .facts-list dt { color: var(--soft) }
        .facts-list dd { margin: 0; overflow-wrap: anywhere }
        @media screen and (max-width: 735px) {
          .wide { display: none }
          .narrow { display: block }
        }
        @media screen and (max-width: 480px) {
          .scroll { font-size: .75rem }
          .scroll th, .scroll td { padding: .2rem .25rem; min-width: 0 }
          .scroll tbody th { padding-inline-start: calc(0.2rem + 0.6em * var(--depth, 0)) }
          .scroll thead th.number { writing-mode: vertical-rl; text-align: end; white-space: nowrap }
        }
        @media print {
          @page { size: A4; margin: 14mm }
          body { max-width: none; padding: 0; font-size: 9.5pt }
          .scroll { overflow: visible; font-size: 8pt }
          .scroll table { width: 100% }
          .scroll th, .scroll td { padding: 1.5pt 4pt; max-width: none; line-height: 1.3 }
          .scroll tbody th { min-width: 11rem; padding-inline-start: calc(4pt + 1em * var(--depth, 0)) }
          caption, thead { break-after: avoid }
          figure svg { max-height: 215mm }
          figure.pages { break-inside: auto }
          figure.pages svg { max-height: 225mm }
          .facts, figcaption, section ul, .notes, .beside { font-size: 8pt }
          section { break-before: auto }
          a { color: inherit }
          mark { background: none; padding: 0; border-bottom: 2px solid var(--bar) }
        }
        """

    private static func root(light: Bool) -> String {
        let inks: [Ink] = [.ink, .paper, .line, .soft, .bar, .link, .mark]
        let colors = inks.map { "--\($0): \(light ? $0.colors.light : $0.colors.dark)" }
        return ":root { \(colors.joined(separator: "; ")) }"
    }
}
