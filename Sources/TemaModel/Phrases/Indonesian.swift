extension DisplayLanguage {
    /// Indonesian.
    ///
    /// Terms: code *kode*, coding *pengodean*, coder *pengode*, codebook *buku kode*, passage *penggalan*, hit *temuan*,
    /// evidence *bukti*, co-occurrence *kemunculan bersama*, agreement *kesepakatan antarpengode*, unit *satuan*, span
    /// *rentang*, share *proporsi*, random seed *benih acak*.
    public static let indonesian = DisplayLanguage(tag: "id", decimalMark: ",", groupMark: ".") { indonesianPhrases }

    private static let indonesianPhrases = translations(
        in: """
            % coded
              % dikodekan
            Agreement
              Kesepakatan antarpengode
            Agreement by code, unit: {1}
              Kesepakatan antarpengode per kode, satuan: {1}
            Coders: {1}. A coder is compared in the documents in which the coder has coded, or that the coder has marked as done.
              Pengode: {1}. Pengode dibandingkan dalam dokumen yang telah dikodekan atau ditandainya sebagai selesai.
            Coefficient
              Koefisien
            Duplicate ratings (same coder and unit) ignored: {1}. The first rating counts.
              Penilaian ganda (pengode dan satuan sama) diabaikan: {1}. Penilaian pertama yang dihitung.
            Intervals: 95 %, percentile bootstrap over documents (over units if no documents are named); draws: {1}, seed: {2}.
              Interval: 95 %, bootstrap persentil atas dokumen (atas satuan jika dokumen tidak disebut); penarikan: {1}, benih acak: {2}.
            Shares of the values in these units: {1}.
              Proporsi nilai pada satuan ini: {1}.
            Source
              Sumber
            There are no units that two coders rated.
              Tidak ada satuan yang dinilai oleh dua pengode.
            Undefined
              Tidak terdefinisi
            Undefined because
              Tidak terdefinisi karena
            Undefined coefficients are left empty. JSON and CSV output has the reason, and the intervals.
              Koefisien yang tidak terdefinisi dikosongkan. Keluaran JSON dan CSV memuat alasannya, serta intervalnya.
            Units
              Satuan
            Units with at least two ratings: {1}. Coders: {2}.
              Satuan dengan sedikitnya dua penilaian: {1}. Pengode: {2}.
            Units that only one of the two coders rated are ignored: {1}.
              Satuan yang hanya dinilai oleh satu dari dua pengode diabaikan: {1}.
            Units: rated by at least two coders. % coded: share of the decisions on these units that apply the code. Codes include the codes below them.
              Satuan: yang dinilai oleh sedikitnya dua pengode. % dikodekan: proporsi keputusan atas satuan ini yang memberikan kode. Kode mencakup kode di bawahnya.
            Value
              Nilai
            all codes of level {1}
              semua kode tingkat {1}
            all codes without codes below
              semua kode tanpa kode di bawahnya
            coefficient
              koefisien
            from
              dari
            to
              sampai
            |uα compares the coded spans, in Unicode scalars of the complete text (Krippendorff et al. 2016).
              |uα membandingkan rentang yang dikodekan, dalam skalar Unicode dari seluruh teks (Krippendorff dkk. 2016).
            character
              karakter
            document
              dokumen
            passage
              penggalan
            sentence
              kalimat
            word
              kata
            Brennan-Prediger
              Brennan-Prediger
            Cohen's κ
              κ Cohen
            Cohen's κ, linear weights
              κ Cohen, bobot linear
            Cohen's κ, quadratic weights
              κ Cohen, bobot kuadratik
            Conger's κ
              κ Conger
            Dice
              Dice
            Fleiss' κ
              κ Fleiss
            Gwet's AC1
              AC1 Gwet
            Gwet's AC2, linear
              AC2 Gwet, linear
            Gwet's AC2, ordinal
              AC2 Gwet, ordinal
            Gwet's AC2, quadratic
              AC2 Gwet, kuadratik
            Holsti
              Holsti
            Jaccard
              Jaccard
            Krippendorff's α, interval
              α Krippendorff, interval
            Krippendorff's α, nominal
              α Krippendorff, nominal
            Krippendorff's α, ordinal
              α Krippendorff, ordinal
            Krippendorff's α, ratio
              α Krippendorff, rasio
            Percent agreement
              Persentase kesepakatan
            Scott's π
              π Scott
            all ratings are in one category
              semua penilaian berada dalam satu kategori
            it is defined for exactly two coders
              hanya terdefinisi untuk tepat dua pengode
            it is defined for two categories
              hanya terdefinisi untuk dua kategori
            no coder applied the code
              tidak ada pengode yang memberikan kode ini
            no unit was rated by two coders
              tidak ada satuan yang dinilai oleh dua pengode
            the agreement expected by chance is 1
              kesepakatan yang diharapkan secara kebetulan adalah 1
            the ratio level requires values of 0 or more
              skala rasio memerlukan nilai 0 atau lebih
            the values are not numbers
              nilainya bukan bilangan
            the values have no order
              nilainya tidak berurutan
            there are fewer than two coders
              ada kurang dari dua pengode
            Agreement on spans
              Kesepakatan antarpengode atas rentang
            All codes can be compared together only if no coder applied two codes to the same words.
              Semua kode hanya dapat dibandingkan sekaligus jika tidak ada pengode yang memberikan dua kode pada kata-kata yang sama.
            Codes compared together: every code by itself.
              Kode yang dibandingkan sekaligus: setiap kode tersendiri.
            Codes compared together: those of level {1}, including the codes below them.
              Kode yang dibandingkan sekaligus: kode tingkat {1}, termasuk kode di bawahnya.
            {1} Lengths are in Unicode scalars of the complete text.
              {1} Panjang dinyatakan dalam skalar Unicode dari seluruh teks.
            all codes together
              semua kode sekaligus
            coverage
              cakupan
            cuα
              cuα
            uα: agreement on spans and their codes. |uα: agreement on spans, ignoring codes. cuα: agreement on codes where two coders coded. (k)uα: agreement on one code against all others where two coders coded; coverage: the share of the code's length there. uα of a code: agreement on the spans of the code and of codes below it alone. Krippendorff et al. 2016.
              uα: kesepakatan atas rentang dan kodenya. |uα: kesepakatan atas rentang tanpa melihat kode. cuα: kesepakatan atas kode di bagian yang dikodekan dua pengode. (k)uα: kesepakatan atas satu kode terhadap semua kode lain di bagian yang dikodekan dua pengode; cakupan: proporsi panjang kode itu di sana. uα suatu kode: kesepakatan atas rentang kode itu dan kode di bawahnya saja. Krippendorff dkk. 2016.
            no spans of two coders overlap
              tidak ada rentang dua pengode yang tumpang tindih
            no words coded with {1} were coded by two coders
              tidak ada kata berkode {1} yang dikodekan oleh dua pengode
            no coder marked a unit
              tidak ada pengode yang menandai satuan
            Code
              Kode
            Evidence offsets are in Unicode scalars of the quoted text. Long passages are shortened, marked by “…”.
              Posisi bukti dinyatakan dalam skalar Unicode dari teks kutipan. Penggalan panjang dipendekkan dan ditandai “…”.
            No.
              No.
            Passages with the highest scores, at most {1} per code, each from a different document. Score = hits of the code / (words + {2}). Titles are not quoted.
              Penggalan dengan skor tertinggi, paling banyak {1} per kode, masing-masing dari dokumen yang berbeda. Skor = temuan kode / (kata + {2}). Judul tidak dikutip.
            Quotes
              Kutipan
            1 if a passage of the document is coded with the code or a code below it, otherwise 0.
              1 jika ada penggalan dokumen yang diberi kode itu atau kode di bawahnya, selain itu 0.
            Codes by document
              Kode menurut dokumen
            Document
              Dokumen
            Codes by {1}: {2}
              Kode menurut {1}: {2}
            total
              jumlah
            % of documents
              % dokumen
            % of passages
              % penggalan
            % of the code's documents
              % dokumen kode itu
            % of the code's passages
              % penggalan kode itu
            documents
              dokumen
            hits
              temuan
            hits per 1,000 words
              temuan per 1.000 kata
            passages
              penggalan
            A coder's column counts the documents in which the coder has coded, or that the coder has marked as done, and their passages; the total counts all coders.
              Kolom seorang pengode menghitung dokumen yang telah dikodekan atau ditandainya sebagai selesai, beserta penggalannya; jumlahnya menghitung semua pengode.
            A column counts the passages with its code, so a passage can count in several columns.
              Setiap kolom menghitung penggalan dengan kodenya, sehingga satu penggalan dapat dihitung dalam beberapa kolom.
            A document with several values counts in the column of each value, and once in the total.
              Dokumen dengan beberapa nilai dihitung dalam kolom setiap nilai, dan sekali dalam jumlah.
            From and to: 95 % Wilson intervals. Passages of one document are not independent.
              Dari dan sampai: interval Wilson 95 %. Penggalan dari satu dokumen tidak saling bebas.
            Measure: {1}, including codes below. {2}
              Ukuran: {1}, termasuk kode di bawahnya. {2}
            The denominator of a share is the code's count in all groups, each passage or document counted once.
              Penyebut proporsi adalah cacah kode itu dalam semua kelompok; setiap penggalan atau dokumen dihitung sekali.
            of
              dari sejumlah
            Codes by {1}: tests over {2}
              Kode menurut {1}: uji atas {2}
            Each document is counted once.
              Setiap dokumen dihitung sekali.
            Columns that do not fit in {1} characters: {2}{3}. --format csv includes all columns.
              Kolom yang tidak muat dalam {1} karakter: {2}{3}. --format csv memuat semua kolom.
            Denominators: {1}.
              Penyebut: {1}.
            Each test compares the hits of the code with all other words of the passages of the coded kinds across the groups. G² = 2 · Σ O · ln(O / E), the log-likelihood ratio; p: of G² in the χ² distribution. q: Benjamini–Hochberg adjusted p over all codes shown.
              Setiap uji membandingkan temuan kode dengan semua kata lain dalam penggalan dari jenis yang dikodekan di antara kelompok. G² = 2 · Σ O · ln(O / E), rasio log-likelihood; p: dari G² dalam sebaran χ². q: p tersesuaikan Benjamini–Hochberg atas semua kode yang ditampilkan.
            Group columns: keyness, G² of the group against all other groups; negative if the code is less frequent in the group. Empty if the code has more hits than there are words.
              Kolom kelompok: keyness, G² kelompok terhadap semua kelompok lain; negatif jika kode itu kurang sering dalam kelompok. Kosong jika temuan kode lebih banyak daripada kata.
            G² = 2 · Σ O · ln(O / E).
              G² = 2 · Σ O · ln(O / E).
            Hits of one document are not independent: p tends to be too small.
              Temuan dari satu dokumen tidak saling bebas: p cenderung terlalu kecil.
            Hits: pieces of evidence of the code or a code below it, added up.
              Temuan: butir bukti dari kode itu atau kode di bawahnya, dijumlahkan.
            Jaccard (c-coefficient) = n ab / (n a + n b - n ab).
              Jaccard (koefisien c) = n ab / (n a + n b - n ab).
            Lift = N · n ab / (n a · n b).
              Lift = N · n ab / (n a · n b).
            NPMI = ln lift / -ln(n ab / N), where lift = N · n ab / (n a · n b).
              NPMI = ln lift / -ln(n ab / N), dengan lift = N · n ab / (n a · n b).
            Own: passages coded with the code itself.
              Sendiri: penggalan yang diberi kode itu sendiri.
            Passages and documents: those with the code or a code below it, each counted once.
              Penggalan dan dokumen: yang memiliki kode itu atau kode di bawahnya, masing-masing dihitung sekali.
            Phi: correlation of the two codes; undefined and left empty for a code that is in every unit.
              Phi: korelasi kedua kode; tidak terdefinisi dan dikosongkan untuk kode yang ada dalam setiap satuan.
            Section number
              Nomor bagian
            Section number: the passages of a document with the same number are one unit of co-occurrence by section; negative outside all sections, one number for each section type.
              Nomor bagian: penggalan sebuah dokumen dengan nomor yang sama adalah satu satuan kemunculan bersama menurut bagian; negatif di luar semua bagian, satu nomor untuk setiap jenis bagian.
            Segments: codings, added up. A span coded by hand is one, however many passages it covers; a passage coded automatically is one.
              Segmen: pengodean, dijumlahkan. Rentang yang dikodekan dengan tangan dihitung satu, berapa pun penggalan yang dicakupnya; penggalan yang dikodekan otomatis dihitung satu.
            Shares, because the groups differ in size; --measure passages prints the numbers of passages.
              Proporsi, karena ukuran kelompok berbeda; --measure passages mencetak jumlah penggalan.
            The denominators of shares are the column's own counts.
              Penyebut proporsi adalah cacah kolom itu sendiri.
            Unit: {1}. Number of units (N): {2}.
              Satuan: {1}. Jumlah satuan (N): {2}.
            count
              cacah
            measure
              ukuran
            n a, n b, n a and b: units with evidence of code a, of code b, and of both, each counted once.
              n a, n b, n a dan b: satuan dengan bukti kode a, kode b, dan keduanya, masing-masing dihitung sekali.
            n a, n b: {1} with each code.
              n a, n b: {1} dengan setiap kode.
            p: Fisher's exact test, two-sided. q: Benjamini–Hochberg adjusted p over all pairs of codes that both occur, listed or not (number of pairs: {1}). The tests assume independent units. Units of one document rarely are, so p and q tend to be too small.
              p: uji eksak Fisher, dua sisi. q: p tersesuaikan Benjamini–Hochberg atas semua pasangan kode yang keduanya muncul, dicantumkan atau tidak (jumlah pasangan: {1}). Uji mengandaikan satuan yang saling bebas. Satuan dari satu dokumen jarang demikian, sehingga p dan q cenderung terlalu kecil.
            value
              nilai
            {1}, coded by {2}. Each match of an indicator is a row. Start and end are those of the matched words, in Unicode scalars.
              {1}, dikodekan oleh {2}. Setiap kecocokan indikator adalah satu baris. Awal dan akhir adalah milik kata-kata yang cocok, dalam skalar Unicode.
            {1}. Each match of an indicator and each coding by hand is a row. Start and end are those of its words, in Unicode scalars.
              {1}. Setiap kecocokan indikator dan setiap pengodean dengan tangan adalah satu baris. Awal dan akhir adalah milik kata-katanya, dalam skalar Unicode.
            Agreement between coders
              Kesepakatan antarpengode
            Command:
              Perintah:
            Figure {1}.
              Gambar {1}.
            How this was counted
              Cara menghitung
            Inputs and options
              Masukan dan opsi
            Percentages by section refer to the section's passages of the coded kinds, percentages by year to the year's documents. The steps of a heat map are equal and begin at 0.
              Persentase menurut bagian merujuk pada penggalan bagian itu dari jenis yang dikodekan, persentase menurut tahun pada dokumen tahun itu. Langkah warna peta panas sama besar dan dimulai dari 0.
            Reference
              Rujukan
            Results in brief
              Ringkasan hasil
            Strongest pairs: {1} of {2}
              Pasangan terkuat: {1} dari {2}
            Table {1}. {2}
              Tabel {1}. {2}
            The first {1} of {2}.
              {1} yang pertama dari {2}.
            Unit: {1}.
              Satuan: {1}.
            Validation of automatic codings
              Validasi pengodean otomatis
            {1} further quotes
              {1} kutipan lagi
            {1} quotes
              {1} kutipan
            {1} sections
              {1} bagian
            {1} sentences
              {1} kalimat
            {1} with definitions
              {1} dengan definisi
            {1} with {2} and {3} were coded with {4}.
              {1} dengan {2} dan {3} telah dikodekan dengan {4}.
            {1}: the most frequent {2}
              {1}: {2} yang paling sering
            “{1}” ({2}, {3} %, in {4})
              “{1}” ({2}, {3} %, dalam {4})
            All {1} occur.
              Semua {1} muncul.
            Each cell: Jaccard (c-coefficient) of the two codes. Diagonal: units with the code, if numbers fit.
              Setiap sel: Jaccard (koefisien c) kedua kode. Diagonal: satuan dengan kode itu, jika angka muat.
            Each cell: units with both codes. Diagonal: units with the code, if numbers fit.
              Setiap sel: satuan dengan kedua kode. Diagonal: satuan dengan kode itu, jika angka muat.
            Most frequent {1}: {2}.
              {1} yang paling sering: {2}.
            No row fits.
              Tidak ada baris yang sesuai.
            No test: some {1} are in several groups or in no group. Compare by another variable.
              Tidak diuji: sebagian {1} berada dalam beberapa kelompok atau tidak dalam kelompok mana pun. Bandingkan menurut variabel lain.
            No two of these codes co-occur.
              Tidak ada dua dari kode-kode ini yang muncul bersama.
            No unit has at least {1} of these codes.
              Tidak ada satuan yang memiliki sekurangnya {1} dari kode-kode ini.
            Not found: {1} of the {2}, such as {3}.
              Tidak ditemukan: {1} dari {2}, misalnya {3}.
            Not found: {1}.
              Tidak ditemukan: {1}.
            Of the pairs of codes, {1} overlap most: they are together in {2}, a Jaccard index of {3}.
              Dari semua pasangan kode, {1} paling bertumpang tindih: keduanya bersama dalam {2}, indeks Jaccard {3}.
            Of the sections with at least {1} passages, “{2}” differs most between {3} ({4} % of the passages) and {5} ({6} %).
              Dari bagian dengan sekurangnya {1} penggalan, “{2}” paling berbeda antara {3} ({4} % penggalan) dan {5} ({6} %).
            Rows shown: {1} of {2}.
              Baris yang ditampilkan: {1} dari {2}.
            {1} not assessed, because it needs at least {2} documents.
              {1} tidak dinilai, karena memerlukan sekurangnya {2} dokumen.
            {1} pairs of codes overlap most, with a Jaccard index of {2}, such as {3}.
              {1} pasangan kode paling bertumpang tindih, dengan indeks Jaccard {2}, misalnya {3}.
            “{1}” and “{2}”
              “{1}” dan “{2}”
            Each test compares the {1} with and without the code across the groups. χ²: Pearson's test. p: of χ², or of Fisher's exact test for two groups if an expected count is below 5. q: Benjamini–Hochberg adjusted p over all codes shown.
              Setiap uji membandingkan {1} yang memiliki dan tidak memiliki kode di antara kelompok. χ²: uji Pearson. p: dari χ², atau dari uji eksak Fisher untuk dua kelompok jika ada cacah harapan di bawah 5. q: p tersesuaikan Benjamini–Hochberg atas semua kode yang ditampilkan.
            Passages of one document are not independent: p tends to be too small.
              Penggalan dari satu dokumen tidak saling bebas: p cenderung terlalu kecil.
            V: Cramér's V. G²: log-likelihood ratio. Group columns: adjusted standardized residuals; beyond ±2, the code is more or less frequent in the group than expected under independence.
              V: V Cramér. G²: rasio log-likelihood. Kolom kelompok: residual terstandar tersesuaikan; di luar ±2, kode itu lebih atau kurang sering dalam kelompok daripada yang diharapkan jika saling bebas.
            df
              db
            passages of the coded kinds
              penggalan dari jenis yang dikodekan
            test
              uji
            χ², expected < 5
              χ², harapan < 5
            (none)
              (tidak ada)
            article
              artikel
            code
              kode
            coder
              pengode
            journal
              jurnal
            kind
              jenis
            language
              bahasa
            section
              bagian
            year
              tahun
            Co-occurrence of codes in one {1}
              Kemunculan bersama kode dalam satu {1}
            NPMI
              NPMI
            Pairs are between codes of level {1}, codes below included.
              Pasangan dibentuk antara kode tingkat {1}, termasuk kode di bawahnya.
            Pairs are between the codes that were given themselves, each by its own codings; no code is paired with one above or below it.
              Pasangan dibentuk antara kode yang diberikan sendiri, masing-masing menurut pengodeannya sendiri; tidak ada kode yang dipasangkan dengan kode di atas atau di bawahnya.
            Both codes of a pair are by one coder: a unit counts once for each coder who has coded in its document or marked it as done.
              Kedua kode suatu pasangan dari satu pengode: suatu satuan dihitung sekali untuk setiap pengode yang telah mengodekan dalam dokumennya atau menandainya sebagai selesai.
            All pairs whose codes both occur are listed.
              Semua pasangan yang kedua kodenya muncul dicantumkan.
            Pairs that never co-occur are not listed.
              Pasangan yang tidak pernah muncul bersama tidak dicantumkan.
            code a
              kode a
            code b
              kode b
            lift
              lift
            n a and b
              n a dan b
            phi
              phi
            a document, with or without passages of the coded kinds
              satu dokumen, dengan atau tanpa penggalan dari jenis yang dikodekan
            a passage of the coded kinds
              satu penggalan dari jenis yang dikodekan
            a sentence of a passage of the coded kinds; evidence belongs to every sentence it overlaps
              satu kalimat dari penggalan jenis yang dikodekan; bukti termasuk dalam setiap kalimat yang ditumpanginya
            the passages of the coded kinds directly in one section (outside all sections: of one section type)
              penggalan dari jenis yang dikodekan langsung dalam satu bagian (di luar semua bagian: dari satu tipe bagian)
            Corpus overview
              Ikhtisar korpus
            Documents
              Dokumen
            Group
              Kelompok
            Only passages of the coded kinds and their words are counted. By language, section and kind, documents are those with such a passage.
              Hanya penggalan dari jenis yang dikodekan dan kata-katanya yang dihitung. Menurut bahasa, bagian, dan jenis, dokumen adalah yang memiliki penggalan semacam itu.
            Passages
              Penggalan
            Variable
              Variabel
            Words
              Kata
            Code frequencies
              Frekuensi kode
            Denominators: {1} of the coded kinds, {2} (including those without such passages), {3} in those passages.
              Penyebut: {1} dari jenis yang dikodekan, {2} (termasuk yang tanpa penggalan semacam itu), {3} dalam penggalan tersebut.
            segments
              segmen
            own
              sendiri
            {1} documents
              {1} dokumen
            {1} passages
              {1} penggalan
            {1} words
              {1} kata
            Codes in the base ({1}): {2}.
              Kode dalam basis ({1}): {2}.
            {1} not reached. {2}
              {1} tidak tercapai. {2}
            {1} reached at document {2}, by the run ending at document {3} ({4}). {5}
              {1} tercapai pada dokumen {2}, oleh runtun yang berakhir pada dokumen {3} ({4}). {5}
            {1} undefined, because the base has no codes.
              {1} tidak terdefinisi, karena basis tidak memiliki kode.
            {1}, base {2}, run {3}, threshold {4} %:
              {1}, basis {2}, runtun {3}, ambang {4} %:
            Column
              Kolom
            Finding
              Catatan
            Indicator
              Indikator
            Indicators to review
              Indikator yang perlu ditinjau
            Line
              Baris
            Matches
              Kecocokan
            Other
              Lainnya
            {1} in {2}: {3} without a match, {4} shadowed by other indicators of the code, {5} with matches in one document only, {6} also in another code.
              {1} dalam {2}: {3} tanpa kecocokan, {4} tertutup oleh indikator lain dari kode itu, {5} dengan kecocokan hanya dalam satu dokumen, {6} juga dalam kode lain.
            {1} indicators
              {1} indikator
            After
              Sesudah
            Authors
              Penulis
            Before
              Sebelum
            Evidence
              Bukti
            Language
              Bahasa
            Passage
              Penggalan
            Section
              Bagian
            Section type
              Tipe bagian
            Text
              Teks
            Title
              Judul
            Year
              Tahun
            score
              skor
            words
              kata
            No random orders were drawn.
              Tidak ada urutan acak yang ditarik.
            Random orders were not drawn: there are too many documents, or none.
              Urutan acak tidak ditarik: dokumen terlalu banyak, atau tidak ada.
            Random: codes so far in random orders of the documents: 5th percentile, median, 95th percentile (draws: {1}, seed: {2}).
              Acak: kode sejauh ini dalam urutan acak dokumen: persentil ke-5, median, persentil ke-95 (penarikan: {1}, benih acak: {2}).
            % of all
              % dari semua
            Codes so far
              Kode sejauh ini
            New codes
              Kode baru
            Random: 5 %
              Acak: 5 %
            Run, % of base
              Runtun, % basis
            Saturation
              Saturasi
            median
              median
            {1} codes
              {1} kode
            {1} in {2}
              {1} dalam {2}
            {1}, codes below included. Documents are sorted by file path.
              {1}, termasuk kode di bawahnya. Dokumen diurutkan menurut jalur berkas.
            {1}, each code counted by itself. Documents are sorted by file path.
              {1}, setiap kode dihitung tersendiri. Dokumen diurutkan menurut jalur berkas.
            Characters: Unicode scalars covered by spans, each counted once. Jaccard, characters: characters covered by both codes / characters covered by either.
              Karakter: skalar Unicode yang dicakup rentang, masing-masing dihitung sekali. Jaccard, karakter: karakter yang dicakup kedua kode / karakter yang dicakup salah satunya.
            Co-occurrence of codes by {1}
              Kemunculan bersama kode menurut {1}
            Counted: {1}. Codings by hand of {2} in {3}.
              Yang dihitung: {1}. Pengodean manual oleh {2} dalam {3}.
            Jaccard, characters
              Jaccard, karakter
            Out of range: one span can co-occur with several, so c can exceed 1, or be undefined and left empty. Do not compare such values; the Jaccard index of characters is always between 0 and 1.
              Di luar rentang nilai: satu rentang dapat muncul bersama beberapa rentang lain, sehingga c dapat melebihi 1, atau tidak terdefinisi dan dikosongkan. Jangan bandingkan nilai semacam itu; indeks Jaccard atas karakter selalu antara 0 dan 1.
            c = n ab / (n a + n b - n ab), the c-coefficient of ATLAS.ti.
              c = n ab / (n a + n b - n ab), koefisien c dari ATLAS.ti.
            characters a
              karakter a
            characters b
              karakter b
            characters shared
              karakter bersama
            one coder
              satu pengode
            out of range
              di luar rentang nilai
            quotations
              kutipan
            spans
              rentang
            yes
              ya
            {1} coders, each counted separately,
              {1} pengode, masing-masing dihitung terpisah,
            events: a quotation with both codes, or two overlapping quotations, one with each code; codings of the same words are one quotation
              peristiwa: satu kutipan dengan kedua kode, atau dua kutipan yang tumpang tindih, masing-masing dengan satu kode; pengodean atas kata-kata yang sama adalah satu kutipan
            pairs of spans, one with each code, in one passage or at most {1} apart
              pasangan rentang, masing-masing dengan satu kode, dalam satu penggalan atau berjarak paling banyak {1}
            pairs of spans, one with each code, that overlap or have at most {1} between them
              pasangan rentang, masing-masing dengan satu kode, yang tumpang tindih atau dipisahkan paling banyak {1}
            pairs of spans, one with each code, that share at least one character
              pasangan rentang, masing-masing dengan satu kode, yang memiliki sedikitnya satu karakter bersama
            Empty cells: the share is undefined because its denominator is 0.
              Sel kosong: proporsi tidak terdefinisi karena penyebutnya 0.
            level
              tingkat
            End
              Akhir
            Enter yes or no in the verdict column: whether the code applies to the passage, regardless of the found column. Leave unreviewed rows empty. Then run `tema validate` to compute precision and recall.
              Isi yes atau no dalam kolom verdict: apakah kode itu berlaku bagi penggalan, tanpa melihat kolom found. Biarkan baris yang belum ditinjau kosong. Lalu jalankan `tema validate` untuk menghitung presisi dan recall.
            For each code: a simple random sample of passages in which the code or a code below it was found, and one of the other passages. Weight: number of passages that the row represents.
              Untuk setiap kode: sampel acak sederhana dari penggalan tempat kode itu atau kode di bawahnya ditemukan, dan satu dari penggalan lainnya. Bobot: jumlah penggalan yang diwakili baris itu.
            Found
              Ditemukan
            Indicators
              Indikator
            Name
              Nama
            Passages found
              Penggalan ditemukan
            Passages not found
              Penggalan tidak ditemukan
            Start
              Awal
            Validation sample
              Sampel validasi
            Verdict
              Putusan
            Weight
              Bobot
            no
              tidak
            {1} rows
              {1} baris
            {1} to review on {2}, drawn from {3} of the coded kinds (seed {4}).
              {1} untuk ditinjau atas {2}, ditarik dari {3} jenis yang dikodekan (benih acak {4}).
            From and to: 95 % intervals; Wilson's for precision, combined by Donner and Zou's method for recall and F1. They apply to this corpus only and assume that the reviewer is right.
              Dari dan sampai: interval 95 %; Wilson untuk presisi, digabungkan dengan metode Donner dan Zou untuk recall dan F1. Interval hanya berlaku bagi korpus ini dan mengandaikan bahwa peninjau benar.
            Not found
              Tidak ditemukan
            Precision
              Presisi
            Precision: share of found passages to which the code applies. Recall and F1: estimates for the whole corpus, with each reviewed passage weighted by the number of passages that it represents.
              Presisi: proporsi penggalan yang ditemukan yang memang sesuai dengan kode. Recall dan F1: taksiran untuk seluruh korpus, dengan setiap penggalan yang ditinjau diberi bobot jumlah penggalan yang diwakilinya.
            Recall
              Recall
            Validation by code
              Validasi per kode
            all {1} codes judged
              semua {1} kode yang dinilai
            correct
              benar
            missed
              terlewat
            {1} not yet
              {1} belum
            {1} of {2} reviewed
              {1} dari {2} ditinjau
            {1} undecided
              {1} ragu
            {1}. Rows without a verdict are assumed to be like the reviewed rows of their stratum. Found, not found: reviewed passages in which the code was found or not. Correct, missed: those to which the code applies.
              {1}. Baris tanpa putusan diandaikan serupa dengan baris stratumnya yang telah ditinjau. Ditemukan, tidak ditemukan: penggalan yang ditinjau tempat kode ditemukan atau tidak. Benar, terlewat: yang sesuai dengan kode.
            Alone: passages in which no other indicator found the code. Without the indicator, the correct ones would be missed and the wrong ones fixed.
              Sendirian: penggalan tempat tidak ada indikator lain yang menemukan kode. Tanpa indikator ini, yang benar akan terlewat dan yang salah akan terperbaiki.
            Error
              Kesalahan
            Reviewed
              Ditinjau
            Reviewed passages in which the indicator found the code, with 95 % Wilson intervals. A passage counts for each of its indicators.
              Penggalan yang ditinjau tempat indikator menemukan kode, dengan interval Wilson 95 %. Satu penggalan dihitung untuk setiap indikatornya.
            Validation by indicator
              Validasi per indikator
            Validation errors
              Kesalahan validasi
            correct alone
              benar sendirian
            wrong
              salah
            wrong alone
              salah sendirian
            wrongly found
              keliru ditemukan
            {1} wrongly found, {2} missed.
              {1} keliru ditemukan, {2} terlewat.
            Each panel omits the rows that have no number in it
              Setiap panel menghilangkan baris yang tidak memiliki angka di dalamnya
            Colour
              Warna
            Counterexamples
              Contoh tandingan
            Definition
              Definisi
            Examples
              Contoh
            Exclude
              Tidak termasuk
            Include
              Termasuk
            Level
              Tingkat
            Provenance
              Asal-usul
            Source: {1}.
              Sumber: {1}.
            Codings
              Pengodean
            Count
              Cacah
            Element
              Elemen
            Losses
              Yang hilang
            Reason
              Alasan
            Coder
              Pengode
            Match
              Kecocokan
            {1}, coded by {2}. Each code is assigned to a passage once. Start and end are those of the passage, in Unicode scalars.
              {1}, dikodekan oleh {2}. Setiap kode diberikan sekali kepada sebuah penggalan. Awal dan akhir adalah milik penggalan, dalam skalar Unicode.
            A quote is a passage with all words that were coded in it. Passages longer than 10,000 bytes are shown in parts around the words, marked by “…”.
              Satu kutipan adalah satu penggalan dengan semua kata yang dikodekan di dalamnya. Penggalan yang lebih panjang dari 10.000 byte ditampilkan sebagian di sekitar kata-kata itu, ditandai “…”.
            A quote is a sentence with coded words, and the sentences before and after it in its passage; quotes that overlap are one. Long texts are shown in parts around the words, marked by “…”.
              Satu kutipan adalah satu kalimat dengan kata yang dikodekan, beserta kalimat sebelum dan sesudahnya dalam penggalannya; kutipan yang tumpang tindih menjadi satu. Teks panjang ditampilkan sebagian di sekitar kata-kata itu, ditandai “…”.
            A quote is one match.
              Satu kutipan adalah satu kecocokan.
            All codes
              Semua kode
            Author
              Penulis
            Code names
              Nama kode
            Cut
              Terpotong
            Last passage
              Penggalan terakhir
            Text end
              Akhir teks
            Text start
              Awal teks
            Words coded by hand are one quote, in their sentences or passages.
              Kata-kata yang dikodekan secara manual adalah satu kutipan, dalam kalimat atau penggalannya.
            {1}, and the codes below
              {1}, dan kode di bawahnya
            Memo: {1}
              Memo: {1}
            Notes
              Catatan
            coded by {1}
              dikodekan oleh {1}
            passages {1} to {2}
              penggalan {1} sampai {2}
            Characters
              Karakter
            Characters are Unicode scalars; a run of white space counts as one.
              Karakter adalah skalar Unicode; deretan spasi dihitung satu.
            Kind
              Jenis
            Skipped content
              Isi yang dilewati
            {1}. Start and end are in Unicode scalars: of the coded words or, for an automatic coding, of the passage.
              {1}. Awal dan akhir dinyatakan dalam skalar Unicode: milik kata-kata yang dikodekan atau, untuk pengodean otomatis, milik penggalannya.
            Start and end are in Unicode scalars of the document's text.
              Awal dan akhir dinyatakan dalam skalar Unicode dari teks dokumen.
            Hand codings
              Pengodean manual
            Id
              Id
            Quote
              Kutipan
            Score
              Skor
            {1} Start and end are in Unicode scalars of the document's text or, for an orphaned coding, of its old text.
              {1} Awal dan akhir dinyatakan dalam skalar Unicode dari teks dokumen atau, untuk pengodean yang kehilangan tempatnya, dari teks lamanya.
            State
              Keadaan
            Time
              Waktu
            {1} by all coders.
              {1} oleh semua pengode.
            {1} by {2}.
              {1} oleh {2}.
            {1} codings
              {1} pengodean
            Coded by hand
              Dikodekan manual
            Coded by you
              Dikodekan oleh Anda
            Next document
              Dokumen berikutnya
            Next for {1}: {2}, passage {3}.
              Berikutnya bagi {1}: {2}, penggalan {3}.
            Next passage
              Penggalan berikutnya
            Status
              Status
            Status by coder
              Status per pengode
            To review
              Perlu ditinjau
            Uncoded
              Belum dikodekan
            Uncoded passages
              Penggalan yang belum dikodekan
            {1} has coded every passage or marked its document as done.
              {1} telah mengodekan setiap penggalan atau menandai dokumennya sebagai selesai.
            Nested matches
              Kecocokan bersarang
            Quotes for each code
              Kutipan untuk setiap kode
            Random orders
              Urutan acak
            Sub-articles
              Subartikel
            read as documents
              dibaca sebagai dokumen
            {1}, seed {2}
              {1}, benih acak {2}
            Co-occurrence
              Kemunculan bersama
            Codebook
              Buku kode
            Frequencies
              Frekuensi
            Matrix
              Matriks
            SHA-256 of the codebook
              SHA-256 buku kode
            File
              Berkas
            Findings
              Catatan
            Further findings of {1}: {2}.
              Catatan lain dari {1}: {2}.
            Rule
              Aturan
            Severity
              Tingkat keparahan
            Suggestion
              Saran
            Each cell: the code's {1} in the group.
              Setiap sel: {1} kode itu dalam kelompok.
            Each code's {1} in each group.
              {1} setiap kode dalam setiap kelompok.
            Thin lines: 95 % Wilson intervals.
              Garis tipis: interval Wilson 95 %.
            Shares; colours: equal steps from 0
              Proporsi; warna: langkah sama besar dari 0
            Codes of the top level, with the codes below them.
              Kode tingkat teratas, dengan kode di bawahnya.
            Colours: equal steps from 0
              Warna: langkah sama besar dari 0
            no data
              tidak ada data
            n: documents of the group.
              n: dokumen dalam kelompok itu.
            n: passages of the coded kinds in the group.
              n: penggalan jenis yang dikodekan dalam kelompok itu.
            Width of a ribbon: the code's {1} in the group.
              Lebar pita: {1} kode itu dalam kelompok.
            Number after a name: the sum of its ribbons. A passage or document with several codes, or in several groups, counts in each of them.
              Angka setelah nama: jumlah pitanya. Penggalan atau dokumen dengan beberapa kode, atau dalam beberapa kelompok, dihitung pada masing-masing.
            Circle area: units with the code. Line width: {1}.
              Luas lingkaran: satuan dengan kode itu. Tebal garis: {1}.
            Lines: the {1} strongest pairs of each code by {2}, {3} of {4} pairs.
              Garis: {1} pasangan terkuat setiap kode menurut {2}, {3} dari {4} pasangan.
            Lines: {1} of {2} pairs by {3}, first the strongest of each code, then the strongest of each code's {4} strongest.
              Garis: {1} dari {2} pasangan menurut {3}, pertama yang terkuat dari setiap kode, lalu yang terkuat dari {4} terkuat setiap kode.
            Not drawn, because the number of lines is limited: {1}.
              Tidak digambar karena jumlah garis dibatasi: {1}.
            Not drawn, because they have no line: {1}.
              Tidak digambar karena tidak memiliki garis: {1}.
            Not drawn, because there is no way around circles and names: the weakest lines
              Tidak digambar karena tidak ada jalan di sekitar lingkaran dan nama: garis terlemah
            {1} and {2} more
              {1} dan {2} lainnya
            Each mark: a passage with the code, as wide as its words. The band above has the types of sections.
              Setiap tanda: penggalan dengan kode itu, selebar jumlah katanya. Pita di atas menunjukkan jenis bagian.
            Number at the right: passages with the code.
              Angka di kanan: penggalan dengan kode itu.
            Words of the passages
              Kata-kata penggalan
            Codes along the document {1}
              Kode sepanjang dokumen {1}
            Title: {1}.
              Judul: {1}.
            Passages of the coded kinds in document order, with their words and codes.
              Penggalan jenis yang dikodekan menurut urutan dokumen, dengan kata-kata dan kodenya.
            Combinations of codes in one {1}
              Kombinasi kode dalam satu {1}
            codes together
              kode bersama
            number of codes
              jumlah kode
            % of units
              % satuan
            All codes of a combination are by one coder: a unit counts once for each coder who has coded in its document or marked it as done.
              Semua kode dari satu kombinasi berasal dari satu pengode: satuan dihitung sekali untuk setiap pengode yang telah mengodekan dalam dokumennya atau menandainya sebagai selesai.
            The codes are those of level {1}, codes below included.
              Kodenya adalah kode tingkat {1}, termasuk kode di bawahnya.
            The codes are those that were given themselves, each by its own codings.
              Kodenya adalah kode yang diberikan sendiri, masing-masing menurut pengodeannya sendiri.
            Units: those with exactly these codes and no other, so that each unit counts once. Number of units (N): {1}.
              Satuan: yang memiliki tepat kode-kode ini dan tidak ada yang lain, sehingga setiap satuan dihitung sekali. Jumlah satuan (N): {1}.
            Combinations of fewer than {1} codes are not listed.
              Kombinasi dengan kurang dari {1} kode tidak dicantumkan.
            Each column: a combination of at least {1} codes, and the units with exactly these codes.
              Setiap kolom: kombinasi sedikitnya {1} kode, dan satuan dengan tepat kode-kode ini.
            combinations
              kombinasi
            Columns: units with exactly these codes
              Kolom: satuan dengan tepat kode-kode ini
            Bars at the left: all units with the code
              Batang di kiri: semua satuan dengan kode itu
            codes
              kode
            groups
              kelompok
            Jaccard (c-coefficient)
              Jaccard (koefisien c)
            Units with both codes
              Satuan dengan kedua kode
            co-occurring codes
              kode yang muncul bersama
            others
              lainnya
            units
              satuan
            {1} units
              {1} satuan
            {1}: network
              {1}: jaringan
            Passages with each code or a code below it, and their share of passages of the coded kinds.
              Penggalan dengan setiap kode atau kode di bawahnya, dan proporsinya dari penggalan jenis yang dikodekan.
            Shows the {1} of {2} {3} with the greatest sums.
              Menampilkan {1} dari {2} {3} dengan jumlah terbesar.
            Shows the {1} of {2} {3} with the most {4}.
              Menampilkan {1} dari {2} {3} dengan {4} terbanyak.
            Codes found so far
              Kode yang ditemukan sejauh ini
            In the order of the files
              Menurut urutan berkas
            Random orders: 5 % to 95 %
              Urutan acak: 5 % sampai 95 %
            Random orders: median
              Urutan acak: median
            Contents
              Daftar isi
            Report: {1}
              Laporan: {1}
            codes of level “{1}”
              kode tingkat “{1}”
            Exclude: {1}
              Tidak termasuk: {1}
            Include: {1}
              Termasuk: {1}
            Source: {1}
              Sumber: {1}
            The codebook
              Buku kode
            A corpus of {1} was coded with {2} using the codebook “{3}” ({4}, SHA-256 {5}…), which has
              Korpus yang terdiri atas {1} dikodekan dengan {2} menggunakan buku kode “{3}” ({4}, SHA-256 {5}…), yang memiliki
            A passage was coded once with each code that has an indicator matching its words (number of indicators: {1}; case is ignored). Every coding records the indicators and the words that they matched.
              Sebuah penggalan diberi sekali setiap kode yang memiliki indikator yang cocok dengan kata-katanya (jumlah indikator: {1}; huruf besar dan kecil tidak dibedakan). Setiap pengodean mencatat indikator dan kata-kata yang cocok dengannya.
            Automatic codings that a coder rejected were not counted, and codings made by hand were counted with the automatic ones.
              Pengodean otomatis yang ditolak pengode tidak dihitung, dan pengodean dengan tangan dihitung bersama yang otomatis.
            Accepted
              Diterima
            Rejected
              Ditolak
            Codings counted: all made by hand, and the automatic ones that no one has rejected (--codings final).
              Pengodean yang dihitung: semua yang dibuat dengan tangan, dan yang otomatis yang tidak ditolak siapa pun (--codings final).
            Codings counted: the automatic ones, rejected or not (--codings automatic).
              Pengodean yang dihitung: yang otomatis, ditolak atau tidak (--codings automatic).
            Codings counted: those made by hand, in the documents that any coder has coded or marked as done (--codings hand).
              Pengodean yang dihitung: yang dibuat dengan tangan, dalam dokumen yang telah dikodekan atau ditandai selesai oleh salah satu pengode (--codings hand).
            Codings counted: those made by hand by {1}, in the documents that {2} has coded or marked as done (--codings hand).
              Pengodean yang dihitung: yang dibuat dengan tangan oleh {1}, dalam dokumen yang telah dikodekan atau ditandai selesai oleh {2} (--codings hand).
            Methods (ready to cite)
              Metode (siap dikutip)
            Quotes were selected by a fixed rule.
              Kutipan dipilih dengan aturan tetap.
            Saturation was assessed by the number of new codes in each document.
              Saturasi dinilai dari jumlah kode baru dalam setiap dokumen.
            Sources: Jaccard (1901); Bouma (2009) for NPMI; Fisher (1922); Benjamini and Hochberg (1995).
              Sumber: Jaccard (1901); Bouma (2009) untuk NPMI; Fisher (1922); Benjamini dan Hochberg (1995).
            The codings were made by hand by {1}. A passage was counted once for each code that was applied to a part of it.
              Pengodean dilakukan secara manual oleh {1}. Sebuah penggalan dihitung sekali untuk setiap kode yang diberikan kepada sebagian darinya.
            The counts of a code include all codes below it. A passage or document with several codes of one branch was counted once for the code above them.
              Cacah suatu kode mencakup semua kode di bawahnya. Penggalan atau dokumen dengan beberapa kode dari satu cabang dihitung sekali untuk kode di atasnya.
            The unit of coding was the passage: one block of prose, of the kinds {1}, in sections of the types {2}.
              Satuan pengodean adalah penggalan: satu blok prosa, dari jenis {1}, di bagian dengan tipe {2}.
            The unit of coding was the passage: one block of prose, of the kinds {1}.
              Satuan pengodean adalah penggalan: satu blok prosa, dari jenis {1}.
            Two codes co-occur if a {1} contains both.
              Dua kode muncul bersama jika satu {1} memuat keduanya.
            {1} levels
              {1} tingkat
            {1} on {2} ({3}).
              {1} pada {2} ({3}).
            Documents by year
              Dokumen menurut tahun
            Passages by language
              Penggalan menurut bahasa
            Passages by section
              Penggalan menurut bagian
            languages
              bahasa
            years
              tahun
            Codebook read from
              Buku kode dibaca dari
            Coded kinds of passages
              Jenis penggalan yang dikodekan
            Coded types of sections
              Tipe bagian yang dikodekan
            Codings by
              Pengodean oleh
            Corpus
              Korpus
            Date
              Tanggal
            Files with documents
              Berkas dengan dokumen
            How everything is counted: {1}. What the report contains: {2}. Both are pages of Tema's documentation.
              Cara semuanya dihitung: {1}. Isi laporan: {2}. Keduanya adalah halaman dokumentasi Tema.
            Problems
              Masalah
            Problems: the first {1} of {2}
              Masalah: {1} yang pertama dari {2}
            Software
              Perangkat lunak
            Unit of co-occurrence
              Satuan kemunculan bersama
            none
              tidak ada
            {1}, version {2}
              {1}, versi {2}
            Each quoted passage with the text before and after it in its article.
              Setiap penggalan yang dikutip beserta teks sebelum dan sesudahnya dalam artikelnya.
            No passage is coded with any of the {1}.
              Tidak ada penggalan yang diberi salah satu {1}.
            Quoted for: {1}
              Dikutip untuk: {1}
            Quotes in context
              Kutipan dalam konteks
            passage {1}
              penggalan {1}
            {1} hits
              {1} temuan
            Codes by article
              Kode menurut artikel
            Codes by section
              Kode menurut bagian
            Codes by year
              Kode menurut tahun
            No two {1} co-occur.
              Tidak ada dua {1} yang muncul bersama.
            {1}: the {2} of {3} codes with the most passages
              {1}: {2} dari {3} kode dengan penggalan terbanyak
            Abstract
              Abstrak
            Citation
              Sitasi
            DOI
              DOI
            Database
              Basis data
            Intervention
              Intervensi
            Journal
              Jurnal
            Method
              Metode
            Result
              Hasil
            A column contains a variable of each document or, if there is none of that name, the text of the section of that type or heading
              Kolom berisi variabel setiap dokumen atau, jika tidak ada yang bernama demikian, teks bagian dengan tipe atau judul itu
            Articles
              Artikel
            Documents: {1}. {2}, cut to {3} characters.
              Dokumen: {1}. {2}, dipotong menjadi {3} karakter.
            Documents: {1}. {2}.
              Dokumen: {1}. {2}.
            No document has {1}.
              Tidak ada dokumen yang memiliki {1}.
            Table
              Tabel
            About
              Tentang
            Note
              Keterangan
            “{1}” in CSV, TSV and JSON
              “{1}” dalam CSV, TSV, dan JSON
            1 text is longer than the 32,767 characters that fit in a cell. {1}
              1 teks lebih panjang daripada 32.767 karakter yang muat dalam satu sel. {1}
            Cut texts end in “…”. Other formats contain the complete texts.
              Teks yang dipotong berakhir dengan “…”. Format lain memuat teks lengkap.
            The table continues on {1}.
              Tabel berlanjut pada {1}.
            {1} further sheets
              {1} lembar lagi
            {1} of {2} columns do not fit on a sheet. Other formats contain all columns.
              {1} dari {2} kolom tidak muat pada satu lembar. Format lain memuat semua kolom.
            {1} texts are longer than the 32,767 characters that fit in a cell. {2}
              {1} teks lebih panjang daripada 32.767 karakter yang muat dalam satu sel. {2}
            Agreement on {1}, unit: {2}
              Kesepakatan antarpengode atas {1}, satuan: {2}
            Coded by
              Dikodekan oleh
            Disagreements
              Ketidaksepakatan
            Not coded by
              Tidak dikodekan oleh
            {1} disagreements
              {1} ketidaksepakatan
            {1}, unit: {2}.
              {1}, satuan: {2}.
            Change
              Perubahan
            Changes of codings
              Perubahan pengodean
            gained
              bertambah
            lost
              hilang
            {1} gained, {2} lost. Each code is counted once per passage.
              {1} bertambah, {2} hilang. Setiap kode dihitung sekali per penggalan.
            % right
              % benar
            Adds: passages of all documents that the indicator matches and the present indicators do not.
              Menambah: penggalan dari semua dokumen yang cocok dengan indikator itu dan tidak dengan indikator yang ada.
            Documents held out: {1}, chosen by chance.
              Dokumen yang disisihkan: {1}, dipilih secara acak.
            Function words are not listed: words that more than 30 % of the passages without the code have. Neither is an indicator of which each match is in, or contains, a match of a better one or of the present indicators.
              Kata tugas tidak dicantumkan: kata yang ada dalam lebih dari 30 % penggalan tanpa kode itu. Begitu pula indikator yang setiap kecocokannya berada di dalam, atau memuat, kecocokan indikator yang lebih baik atau indikator yang ada.
            G²: log-likelihood ratio of the passages with and without the indicator, by the code (Dunning 1993).
              G²: rasio log-likelihood dari penggalan dengan dan tanpa indikator, menurut kode (Dunning 1993).
            Indicators were sought in {1}: {2} with the code, {3} without.
              Indikator dicari dalam {1}: {2} dengan kode itu, {3} tanpa kode itu.
            No document was held out to count right matches: fewer than 4 are coded or marked as done.
              Tidak ada dokumen yang disisihkan untuk menghitung kecocokan yang benar: kurang dari 4 yang dikodekan atau ditandai selesai.
            Right, matches: passages with the code by hand, and all passages, that the indicator matches in the documents held out. From, to: 95 % Wilson interval of % right.
              Benar, kecocokan: penggalan dengan kode itu secara manual, dan semua penggalan, yang cocok dengan indikator dalam dokumen yang disisihkan. Dari, sampai: interval Wilson 95 % dari % benar.
            Suggested indicators of {1}
              Indikator yang diusulkan untuk {1}
            tema codebook edit {1} (to accept it)
              tema codebook edit {1} (untuk menerimanya)
            tema codebook try {1} (to see what an indicator matches)
              tema codebook try {1} (untuk melihat kecocokan indikator)
            With code, without, documents: passages with and without the code by hand that the indicator matches, and documents with such a passage with the code, among those in which indicators were sought.
              Dengan kode, tanpa, dokumen: penggalan dengan dan tanpa kode itu secara manual yang cocok dengan indikator, dan dokumen yang memuat penggalan demikian dengan kode itu, di antara dokumen tempat indikator dicari.
            adds
              menambah
            matches
              kecocokan
            right
              benar
            with code
              dengan kode
            without
              tanpa
            Matches: {1}, in {2} of {3}. Compared with the present indicators, passages gained: {4}, lost: {5}.
              Kecocokan: {1}, dalam {2} dari {3}. Dibandingkan dengan indikator yang ada, penggalan yang bertambah: {4}, hilang: {5}.
            New
              Baru
            Only the first {1} are listed.
              Hanya {1} pertama yang dicantumkan.
            Passages that the indicators match
              Penggalan yang cocok dengan indikator
            Coders
              Pengode
            Codes
              Kode
            Assigned
              Ditugaskan
            Assigned to
              Ditugaskan kepada
            Blind rule
              Aturan buta
            Choice
              Pilihan
            Done: marked as done by all who have coded the document or are assigned to it.
              Selesai: ditandai selesai oleh semua yang telah mengodekan dokumen itu atau ditugaskan untuknya.
            Not done
              Belum selesai
            Outcome
              Hasil
            Role
              Peran
            The blind rule is off: everyone’s work is visible.
              Aturan buta tidak aktif: pekerjaan semua orang terlihat.
            The blind rule is on. Others’ work in a document is visible if the document is open, or done.
              Aturan buta aktif. Pekerjaan orang lain dalam suatu dokumen terlihat jika dokumen itu terbuka atau selesai.
            The coder consensus has the outcomes of reconciliations.
              Pengode consensus memuat hasil rekonsiliasi.
            The workspace in the browser enforces the rule. The command line prints everything.
              Ruang kerja di peramban menerapkan aturan ini. Baris perintah menampilkan semuanya.
            {1}, {2} decided, unit: {3}.
              {1}, {2} telah diputuskan, satuan: {3}.
            Current hand codings, and documents marked as done.
              Pengodean manual saat ini, dan dokumen yang ditandai selesai.
            Done
              Selesai
            Done by
              Selesai oleh
            Last
              Terakhir
            Action
              Tindakan
            Detail
              Rincian
            History
              Riwayat
            {1} actions
              {1} tindakan
            {1}. Times are UTC.
              {1}. Waktu dalam UTC.
            Memo
              Memo
            Memos
              Memo
            Subject
              Pokok
            Target
              Sasaran
            {1} memos
              {1} memo
            Command
              Perintah
            """)
}
