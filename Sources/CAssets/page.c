// The files of the workspace's page.
#include "CAssets.h"

static const unsigned char analysis_feed_js[] = {
#embed "page/analysis/feed.js"
};

static const unsigned char analysis_kit_js[] = {
#embed "page/analysis/kit.js"
};

static const unsigned char analysis_table_js[] = {
#embed "page/analysis/table.js"
};

static const unsigned char codes_detail_js[] = {
#embed "page/codes/detail.js"
};

static const unsigned char codes_edits_js[] = {
#embed "page/codes/edits.js"
};

static const unsigned char codes_indicators_js[] = {
#embed "page/codes/indicators.js"
};

static const unsigned char codes_screen_js[] = {
#embed "page/codes/screen.js"
};

static const unsigned char codes_steps_js[] = {
#embed "page/codes/steps.js"
};

static const unsigned char codes_tree_js[] = {
#embed "page/codes/tree.js"
};

static const unsigned char compare_decide_js[] = {
#embed "page/compare/decide.js"
};

static const unsigned char compare_screen_js[] = {
#embed "page/compare/screen.js"
};

static const unsigned char core_api_js[] = {
#embed "page/core/api.js"
};

static const unsigned char core_commands_js[] = {
#embed "page/core/commands.js"
};

static const unsigned char core_dialog_js[] = {
#embed "page/core/dialog.js"
};

static const unsigned char core_elements_js[] = {
#embed "page/core/elements.js"
};

static const unsigned char core_events_js[] = {
#embed "page/core/events.js"
};

static const unsigned char core_header_js[] = {
#embed "page/core/header.js"
};

static const unsigned char core_index_js[] = {
#embed "page/core/index.js"
};

static const unsigned char core_outbox_js[] = {
#embed "page/core/outbox.js"
};

static const unsigned char core_page_js[] = {
#embed "page/core/page.js"
};

static const unsigned char core_picker_js[] = {
#embed "page/core/picker.js"
};

static const unsigned char core_route_js[] = {
#embed "page/core/route.js"
};

static const unsigned char core_session_js[] = {
#embed "page/core/session.js"
};

static const unsigned char core_settings_js[] = {
#embed "page/core/settings.js"
};

static const unsigned char core_status_js[] = {
#embed "page/core/status.js"
};

static const unsigned char core_store_js[] = {
#embed "page/core/store.js"
};

static const unsigned char core_tree_js[] = {
#embed "page/core/tree.js"
};

static const unsigned char core_words_js[] = {
#embed "page/core/words.js"
};

static const unsigned char history_screen_js[] = {
#embed "page/history/screen.js"
};

static const unsigned char index_html[] = {
#embed "page/index.html"
};

static const unsigned char main_js[] = {
#embed "page/main.js"
};

static const unsigned char numbers_kinds_js[] = {
#embed "page/numbers/kinds.js"
};

static const unsigned char numbers_screen_js[] = {
#embed "page/numbers/screen.js"
};

static const unsigned char quotes_screen_js[] = {
#embed "page/quotes/screen.js"
};

static const unsigned char read_caret_js[] = {
#embed "page/read/caret.js"
};

static const unsigned char read_code_tree_js[] = {
#embed "page/read/code-tree.js"
};

static const unsigned char read_coding_js[] = {
#embed "page/read/coding.js"
};

static const unsigned char read_document_list_js[] = {
#embed "page/read/document-list.js"
};

static const unsigned char read_find_js[] = {
#embed "page/read/find.js"
};

static const unsigned char read_here_pane_js[] = {
#embed "page/read/here-pane.js"
};

static const unsigned char read_here_js[] = {
#embed "page/read/here.js"
};

static const unsigned char read_marks_js[] = {
#embed "page/read/marks.js"
};

static const unsigned char read_moves_js[] = {
#embed "page/read/moves.js"
};

static const unsigned char read_passages_js[] = {
#embed "page/read/passages.js"
};

static const unsigned char read_pins_js[] = {
#embed "page/read/pins.js"
};

static const unsigned char read_reading_js[] = {
#embed "page/read/reading.js"
};

static const unsigned char read_screen_js[] = {
#embed "page/read/screen.js"
};

static const unsigned char read_selection_js[] = {
#embed "page/read/selection.js"
};

static const unsigned char read_spans_js[] = {
#embed "page/read/spans.js"
};

static const unsigned char read_view_js[] = {
#embed "page/read/view.js"
};

static const unsigned char search_screen_js[] = {
#embed "page/search/screen.js"
};

static const unsigned char style_analysis_css[] = {
#embed "page/style/analysis.css"
};

static const unsigned char style_base_css[] = {
#embed "page/style/base.css"
};

static const unsigned char style_read_css[] = {
#embed "page/style/read.css"
};

static const unsigned char style_text_css[] = {
#embed "page/style/text.css"
};

static const unsigned char words_id_json[] = {
#embed "page/words/id.json"
};

static const tema_asset files[] = {
    {"analysis/feed.js", analysis_feed_js, sizeof analysis_feed_js},
    {"analysis/kit.js", analysis_kit_js, sizeof analysis_kit_js},
    {"analysis/table.js", analysis_table_js, sizeof analysis_table_js},
    {"codes/detail.js", codes_detail_js, sizeof codes_detail_js},
    {"codes/edits.js", codes_edits_js, sizeof codes_edits_js},
    {"codes/indicators.js", codes_indicators_js, sizeof codes_indicators_js},
    {"codes/screen.js", codes_screen_js, sizeof codes_screen_js},
    {"codes/steps.js", codes_steps_js, sizeof codes_steps_js},
    {"codes/tree.js", codes_tree_js, sizeof codes_tree_js},
    {"compare/decide.js", compare_decide_js, sizeof compare_decide_js},
    {"compare/screen.js", compare_screen_js, sizeof compare_screen_js},
    {"core/api.js", core_api_js, sizeof core_api_js},
    {"core/commands.js", core_commands_js, sizeof core_commands_js},
    {"core/dialog.js", core_dialog_js, sizeof core_dialog_js},
    {"core/elements.js", core_elements_js, sizeof core_elements_js},
    {"core/events.js", core_events_js, sizeof core_events_js},
    {"core/header.js", core_header_js, sizeof core_header_js},
    {"core/index.js", core_index_js, sizeof core_index_js},
    {"core/outbox.js", core_outbox_js, sizeof core_outbox_js},
    {"core/page.js", core_page_js, sizeof core_page_js},
    {"core/picker.js", core_picker_js, sizeof core_picker_js},
    {"core/route.js", core_route_js, sizeof core_route_js},
    {"core/session.js", core_session_js, sizeof core_session_js},
    {"core/settings.js", core_settings_js, sizeof core_settings_js},
    {"core/status.js", core_status_js, sizeof core_status_js},
    {"core/store.js", core_store_js, sizeof core_store_js},
    {"core/tree.js", core_tree_js, sizeof core_tree_js},
    {"core/words.js", core_words_js, sizeof core_words_js},
    {"history/screen.js", history_screen_js, sizeof history_screen_js},
    {"index.html", index_html, sizeof index_html},
    {"main.js", main_js, sizeof main_js},
    {"numbers/kinds.js", numbers_kinds_js, sizeof numbers_kinds_js},
    {"numbers/screen.js", numbers_screen_js, sizeof numbers_screen_js},
    {"quotes/screen.js", quotes_screen_js, sizeof quotes_screen_js},
    {"read/caret.js", read_caret_js, sizeof read_caret_js},
    {"read/code-tree.js", read_code_tree_js, sizeof read_code_tree_js},
    {"read/coding.js", read_coding_js, sizeof read_coding_js},
    {"read/document-list.js", read_document_list_js, sizeof read_document_list_js},
    {"read/find.js", read_find_js, sizeof read_find_js},
    {"read/here-pane.js", read_here_pane_js, sizeof read_here_pane_js},
    {"read/here.js", read_here_js, sizeof read_here_js},
    {"read/marks.js", read_marks_js, sizeof read_marks_js},
    {"read/moves.js", read_moves_js, sizeof read_moves_js},
    {"read/passages.js", read_passages_js, sizeof read_passages_js},
    {"read/pins.js", read_pins_js, sizeof read_pins_js},
    {"read/reading.js", read_reading_js, sizeof read_reading_js},
    {"read/screen.js", read_screen_js, sizeof read_screen_js},
    {"read/selection.js", read_selection_js, sizeof read_selection_js},
    {"read/spans.js", read_spans_js, sizeof read_spans_js},
    {"read/view.js", read_view_js, sizeof read_view_js},
    {"search/screen.js", search_screen_js, sizeof search_screen_js},
    {"style/analysis.css", style_analysis_css, sizeof style_analysis_css},
    {"style/base.css", style_base_css, sizeof style_base_css},
    {"style/read.css", style_read_css, sizeof style_read_css},
    {"style/text.css", style_text_css, sizeof style_text_css},
    {"words/id.json", words_id_json, sizeof words_id_json},
};

const tema_asset *tema_page_file(size_t number) {
    return number < sizeof files / sizeof *files ? &files[number] : NULL;
}
