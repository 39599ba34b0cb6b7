import TemaModel

/// The HTML before and after the content of a page.
package enum HTMLPage {
    /// Returns the beginning of a page.
    ///
    /// - Parameters:
    ///   - title: The title, already escaped.
    ///   - style: The style sheet.
    ///   - language: The language of the page.
    package static func start(title: String, style: String, in language: DisplayLanguage) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.tag)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(style)
        </style>
        </head>
        <body>

        """
    }

    package static let end = "</body>\n</html>\n"

    /// The style sheet of a page with one table.
    static let style = """
        :root { \(colors.light) }
        @media (prefers-color-scheme: dark) { :root { \(colors.dark) } }
        body { margin: 2rem clamp(.75rem, 4vw, 2rem); font: 1rem/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
        h1 { font-size: 1.25rem; margin: 0 0 .75rem; overflow-wrap: break-word }
        \(tableStyle)
        ul { max-width: 50rem; padding-inline-start: 1.2rem; color: var(--soft); font-size: .9rem }
        @media print {
          :root { --ink: #000; --paper: #fff; --line: #999; --soft: #333; --bar: #555 }
          body { margin: 0; font-size: 9pt }
        }
        """

    private static let colors = (
        light: "--ink: #1b1b1f; --paper: #fff; --line: #d5d5dc; --soft: #5d5d66; --bar: #2a9d8f",
        dark: "--ink: #e8e8ec; --paper: #17171a; --line: #3a3a42; --soft: #a5a5ae; --bar: #4fc3b4"
    )

    /// The style of tables, for any page that defines the custom properties ink, line and bar.
    package static let tableStyle = """
        table { border-collapse: collapse }
        caption { text-align: start; font-size: 1.25rem; font-weight: 600; padding-bottom: .75rem }
        th, td { padding: .3rem .6rem; text-align: start; vertical-align: top; unicode-bidi: plaintext }
        th, td { max-width: 30rem; overflow-wrap: break-word }
        thead tr { border-bottom: 2px solid var(--ink) }
        thead th { vertical-align: bottom }
        tbody th { min-width: 10rem; font-weight: inherit; text-align: start; padding-inline-start: calc(0.6rem + 1.4em * var(--depth, 0)) }
        tbody tr { border-bottom: 1px solid var(--line) }
        .number { text-align: end; font-variant-numeric: tabular-nums }
        td.number { white-space: nowrap }
        .right { text-align: right }
        .bar { width: 8rem; min-width: 4rem }
        .bar i { display: block; height: .8em; margin-top: .35em; background: var(--bar);
          print-color-adjust: exact; -webkit-print-color-adjust: exact }
        .scroll { overflow-x: auto }
        @media (forced-colors: active) { .bar i { forced-color-adjust: none; background: CanvasText } }
        @media screen and (max-width: 480px) {
          th, td { padding: .25rem .35rem }
          tbody th { min-width: 6rem; padding-inline-start: calc(.35rem + .7em * var(--depth, 0)) }
          .bar { width: 3rem; min-width: 2rem }
        }
        @media print { .scroll { overflow: visible } tr { break-inside: avoid } }
        """
}
