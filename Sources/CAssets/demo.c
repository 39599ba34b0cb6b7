// The files of the workspace's demonstration: the project's own corpus and one of its codebooks.
#include "CAssets.h"

static const unsigned char file_01_falaq_2016_xml[] = {
#embed "../../Corpus/studies/01-falaq-2016.xml"
};

static const unsigned char file_02_alfatih_2017_xml[] = {
#embed "../../Corpus/studies/02-alfatih-2017.xml"
};

static const unsigned char file_03_rafferty_2018_xml[] = {
#embed "../../Corpus/studies/03-rafferty-2018.xml"
};

static const unsigned char file_04_aprilianzah_2020_xml[] = {
#embed "../../Corpus/studies/04-aprilianzah-2020.xml"
};

static const unsigned char file_05_nawar_2021_xml[] = {
#embed "../../Corpus/studies/05-nawar-2021.xml"
};

static const unsigned char file_06_regina_2018_xml[] = {
#embed "../../Corpus/studies/06-regina-2018.xml"
};

static const unsigned char file_07_mukherjee_2020_xml[] = {
#embed "../../Corpus/studies/07-mukherjee-2020.xml"
};

static const unsigned char file_08_cecchet_2014_xml[] = {
#embed "../../Corpus/studies/08-cecchet-2014.xml"
};

static const unsigned char file_09_rothman_2020_xml[] = {
#embed "../../Corpus/studies/09-rothman-2020.xml"
};

static const unsigned char file_10_afifah_2016_xml[] = {
#embed "../../Corpus/studies/10-afifah-2016.xml"
};

static const unsigned char file_case_01_a_year_after_leaving_md[] = {
#embed "../../Corpus/cases/case-01-a-year-after-leaving.md"
};

static const unsigned char file_case_02_a_city_without_names_txt[] = {
#embed "../../Corpus/cases/case-02-a-city-without-names.txt"
};

static const unsigned char file_case_03_the_boy_at_the_ferry_md[] = {
#embed "../../Corpus/cases/case-03-the-boy-at-the-ferry.md"
};

static const unsigned char file_case_04_demi_hidup_yang_lain_md[] = {
#embed "../../Corpus/cases/case-04-demi-hidup-yang-lain.md"
};

static const unsigned char file_case_05_dua_bulan_pertama_di_balai_txt[] = {
#embed "../../Corpus/cases/case-05-dua-bulan-pertama-di-balai.txt"
};

static const unsigned char file_case_06_pulang_dengan_nama_sendiri_txt[] = {
#embed "../../Corpus/cases/case-06-pulang-dengan-nama-sendiri.txt"
};

static const unsigned char file_cecchet_2014_yaml[] = {
#embed "../../Codebooks/cecchet-2014.yaml"
};

static const tema_asset files[] = {
    {"studies/01-falaq-2016.xml", file_01_falaq_2016_xml, sizeof file_01_falaq_2016_xml},
    {"studies/02-alfatih-2017.xml", file_02_alfatih_2017_xml, sizeof file_02_alfatih_2017_xml},
    {"studies/03-rafferty-2018.xml", file_03_rafferty_2018_xml, sizeof file_03_rafferty_2018_xml},
    {"studies/04-aprilianzah-2020.xml", file_04_aprilianzah_2020_xml, sizeof file_04_aprilianzah_2020_xml},
    {"studies/05-nawar-2021.xml", file_05_nawar_2021_xml, sizeof file_05_nawar_2021_xml},
    {"studies/06-regina-2018.xml", file_06_regina_2018_xml, sizeof file_06_regina_2018_xml},
    {"studies/07-mukherjee-2020.xml", file_07_mukherjee_2020_xml, sizeof file_07_mukherjee_2020_xml},
    {"studies/08-cecchet-2014.xml", file_08_cecchet_2014_xml, sizeof file_08_cecchet_2014_xml},
    {"studies/09-rothman-2020.xml", file_09_rothman_2020_xml, sizeof file_09_rothman_2020_xml},
    {"studies/10-afifah-2016.xml", file_10_afifah_2016_xml, sizeof file_10_afifah_2016_xml},
    {"cases/case-01-a-year-after-leaving.md", file_case_01_a_year_after_leaving_md, sizeof file_case_01_a_year_after_leaving_md},
    {"cases/case-02-a-city-without-names.txt", file_case_02_a_city_without_names_txt, sizeof file_case_02_a_city_without_names_txt},
    {"cases/case-03-the-boy-at-the-ferry.md", file_case_03_the_boy_at_the_ferry_md, sizeof file_case_03_the_boy_at_the_ferry_md},
    {"cases/case-04-demi-hidup-yang-lain.md", file_case_04_demi_hidup_yang_lain_md, sizeof file_case_04_demi_hidup_yang_lain_md},
    {"cases/case-05-dua-bulan-pertama-di-balai.txt", file_case_05_dua_bulan_pertama_di_balai_txt, sizeof file_case_05_dua_bulan_pertama_di_balai_txt},
    {"cases/case-06-pulang-dengan-nama-sendiri.txt", file_case_06_pulang_dengan_nama_sendiri_txt, sizeof file_case_06_pulang_dengan_nama_sendiri_txt},
    {"cecchet-2014.yaml", file_cecchet_2014_yaml, sizeof file_cecchet_2014_yaml},
};

const tema_asset *tema_demo_file(size_t number) {
    return number < sizeof files / sizeof *files ? &files[number] : NULL;
}
