// The licences of the parts of the program. Distribution/licences.py writes this file.
#include "CAssets.h"

static const unsigned char parts_tsv[] = {
#embed "../../LICENSES/parts.tsv"
};

static const unsigned char Apache_2_0_txt[] = {
#embed "../../LICENSES/Apache-2.0.txt"
};

static const unsigned char GPL_2_txt[] = {
#embed "../../LICENSES/GPL-2.txt"
};

static const unsigned char GPL_3_txt[] = {
#embed "../../LICENSES/GPL-3.txt"
};

static const unsigned char GRDB_swift_txt[] = {
#embed "../../LICENSES/GRDB.swift.txt"
};

static const unsigned char ICU_txt[] = {
#embed "../../LICENSES/ICU.txt"
};

static const unsigned char LGPL_2_1_txt[] = {
#embed "../../LICENSES/LGPL-2.1.txt"
};

static const unsigned char LGPL_3_txt[] = {
#embed "../../LICENSES/LGPL-3.txt"
};

static const unsigned char MPL_2_0_txt[] = {
#embed "../../LICENSES/MPL-2.0.txt"
};

static const unsigned char Nettle_txt[] = {
#embed "../../LICENSES/Nettle.txt"
};

static const unsigned char SQLite_txt[] = {
#embed "../../LICENSES/SQLite.txt"
};

static const unsigned char Swift_txt[] = {
#embed "../../LICENSES/Swift.txt"
};

static const unsigned char Yams_txt[] = {
#embed "../../LICENSES/Yams.txt"
};

static const unsigned char bzip2_txt[] = {
#embed "../../LICENSES/bzip2.txt"
};

static const unsigned char gcc_txt[] = {
#embed "../../LICENSES/gcc.txt"
};

static const unsigned char glibc_txt[] = {
#embed "../../LICENSES/glibc.txt"
};

static const unsigned char hummingbird_txt[] = {
#embed "../../LICENSES/hummingbird.txt"
};

static const unsigned char libarchive_txt[] = {
#embed "../../LICENSES/libarchive.txt"
};

static const unsigned char liblzma_txt[] = {
#embed "../../LICENSES/liblzma.txt"
};

static const unsigned char libxlsxwriter_txt[] = {
#embed "../../LICENSES/libxlsxwriter.txt"
};

static const unsigned char libxml2_txt[] = {
#embed "../../LICENSES/libxml2.txt"
};

static const unsigned char libyaml_txt[] = {
#embed "../../LICENSES/libyaml.txt"
};

static const unsigned char llhttp_txt[] = {
#embed "../../LICENSES/llhttp.txt"
};

static const unsigned char lz4_txt[] = {
#embed "../../LICENSES/lz4.txt"
};

static const unsigned char minizip_txt[] = {
#embed "../../LICENSES/minizip.txt"
};

static const unsigned char swift_http_types_txt[] = {
#embed "../../LICENSES/swift-http-types.txt"
};

static const unsigned char swift_log_txt[] = {
#embed "../../LICENSES/swift-log.txt"
};

static const unsigned char swift_metrics_txt[] = {
#embed "../../LICENSES/swift-metrics.txt"
};

static const unsigned char swift_nio_extras_txt[] = {
#embed "../../LICENSES/swift-nio-extras.txt"
};

static const unsigned char swift_nio_ssl_txt[] = {
#embed "../../LICENSES/swift-nio-ssl.txt"
};

static const unsigned char swift_nio_txt[] = {
#embed "../../LICENSES/swift-nio.txt"
};

static const unsigned char swift_service_context_txt[] = {
#embed "../../LICENSES/swift-service-context.txt"
};

static const unsigned char swift_service_lifecycle_txt[] = {
#embed "../../LICENSES/swift-service-lifecycle.txt"
};

static const unsigned char utf8proc_txt[] = {
#embed "../../LICENSES/utf8proc.txt"
};

static const unsigned char zlib_txt[] = {
#embed "../../LICENSES/zlib.txt"
};

static const unsigned char zstd_txt[] = {
#embed "../../LICENSES/zstd.txt"
};

static const tema_asset files[] = {
    {"parts.tsv", parts_tsv, sizeof parts_tsv},
    {"Apache-2.0.txt", Apache_2_0_txt, sizeof Apache_2_0_txt},
    {"GPL-2.txt", GPL_2_txt, sizeof GPL_2_txt},
    {"GPL-3.txt", GPL_3_txt, sizeof GPL_3_txt},
    {"GRDB.swift.txt", GRDB_swift_txt, sizeof GRDB_swift_txt},
    {"ICU.txt", ICU_txt, sizeof ICU_txt},
    {"LGPL-2.1.txt", LGPL_2_1_txt, sizeof LGPL_2_1_txt},
    {"LGPL-3.txt", LGPL_3_txt, sizeof LGPL_3_txt},
    {"MPL-2.0.txt", MPL_2_0_txt, sizeof MPL_2_0_txt},
    {"Nettle.txt", Nettle_txt, sizeof Nettle_txt},
    {"SQLite.txt", SQLite_txt, sizeof SQLite_txt},
    {"Swift.txt", Swift_txt, sizeof Swift_txt},
    {"Yams.txt", Yams_txt, sizeof Yams_txt},
    {"bzip2.txt", bzip2_txt, sizeof bzip2_txt},
    {"gcc.txt", gcc_txt, sizeof gcc_txt},
    {"glibc.txt", glibc_txt, sizeof glibc_txt},
    {"hummingbird.txt", hummingbird_txt, sizeof hummingbird_txt},
    {"libarchive.txt", libarchive_txt, sizeof libarchive_txt},
    {"liblzma.txt", liblzma_txt, sizeof liblzma_txt},
    {"libxlsxwriter.txt", libxlsxwriter_txt, sizeof libxlsxwriter_txt},
    {"libxml2.txt", libxml2_txt, sizeof libxml2_txt},
    {"libyaml.txt", libyaml_txt, sizeof libyaml_txt},
    {"llhttp.txt", llhttp_txt, sizeof llhttp_txt},
    {"lz4.txt", lz4_txt, sizeof lz4_txt},
    {"minizip.txt", minizip_txt, sizeof minizip_txt},
    {"swift-http-types.txt", swift_http_types_txt, sizeof swift_http_types_txt},
    {"swift-log.txt", swift_log_txt, sizeof swift_log_txt},
    {"swift-metrics.txt", swift_metrics_txt, sizeof swift_metrics_txt},
    {"swift-nio-extras.txt", swift_nio_extras_txt, sizeof swift_nio_extras_txt},
    {"swift-nio-ssl.txt", swift_nio_ssl_txt, sizeof swift_nio_ssl_txt},
    {"swift-nio.txt", swift_nio_txt, sizeof swift_nio_txt},
    {"swift-service-context.txt", swift_service_context_txt, sizeof swift_service_context_txt},
    {"swift-service-lifecycle.txt", swift_service_lifecycle_txt, sizeof swift_service_lifecycle_txt},
    {"utf8proc.txt", utf8proc_txt, sizeof utf8proc_txt},
    {"zlib.txt", zlib_txt, sizeof zlib_txt},
    {"zstd.txt", zstd_txt, sizeof zstd_txt},
};

const tema_asset *tema_licence_file(size_t number) {
    return number < sizeof files / sizeof *files ? &files[number] : NULL;
}
