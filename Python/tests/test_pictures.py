"""Charts and reports are shown by notebooks, and saved."""

from pathlib import Path

import tema


def test_a_chart_is_drawn_and_saved(folder: Path) -> None:
    chart = tema.chart_frequencies("codebook.yaml", "articles", width=400)
    assert chart._repr_svg_().startswith("<svg")
    chart.save(folder / "chart.svg")
    assert (folder / "chart.svg").read_text(encoding="utf-8") == str(chart)


def test_a_report_is_shown_in_a_frame_and_saved(folder: Path) -> None:
    report = tema.report("codebook.yaml", "articles", draws=0)
    assert report._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html')
    report.save(folder / "report.html")
    assert (folder / "report.html").read_text(encoding="utf-8") == str(report)


def test_other_commands_return_their_text(folder: Path) -> None:
    assert tema.codebook_export("interviews.tema").startswith("tema: 1\n")
