#include "CAssets.h"

static const unsigned char index_html[] = {
#embed "page/index.html"
};

static const tema_asset files[] = {
    {"index.html", index_html, sizeof index_html},
};

const tema_asset *tema_page_file(size_t number) {
    return number < sizeof files / sizeof *files ? &files[number] : NULL;
}
