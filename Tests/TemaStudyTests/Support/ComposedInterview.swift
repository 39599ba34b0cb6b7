import TemaModel
import TestSupport
import Testing

/// An interview composed at random, of which the names can be replaced. All people and places are invented.
struct ComposedInterview {
    /// A word, a sign or a name, and whether white space precedes it.
    struct Unit {
        var text: String
        var isSpaced: Bool
        var isName = false
    }

    /// The words of a language: sentences with names (`@`) and places (`#`), and the names and places themselves.
    struct Language {
        var name: String
        var sentences: [String]
        var names: [String]
        var places: [String]
        var isSpaced = true
    }

    var turns: [[Unit]] = []

    /// Composes an interview. Every turn has the speaker, which is a name, and one to four sentences.
    init(_ language: Language, turns count: Int, random: inout SeededGenerator) {
        let speakers = Array(language.names.shuffled(using: &random).prefix(2))
        for number in 0..<count {
            var turn = [Unit(text: speakers[number % 2], isSpaced: false, isName: true)]
            turn.append(Unit(text: ":", isSpaced: false))
            for sentence in 0..<Int.random(in: 1...4, using: &random) {
                let isFirst = sentence == 0
                Self.add(language, to: &turn, isSpaced: language.isSpaced || isFirst, random: &random)
            }
            turns.append(turn)
        }
    }

    private static func add(
        _ language: Language, to turn: inout [Unit], isSpaced: Bool, random: inout SeededGenerator
    ) {
        let sentence = language.sentences.randomElement(using: &random) ?? ""
        for (index, piece) in sentence.split(separator: " ").enumerated() {
            let spaced = index == 0 ? isSpaced : language.isSpaced
            switch piece {
            case "@", "#":
                let names = piece == "@" ? language.names : language.places
                turn.append(
                    Unit(text: names.randomElement(using: &random) ?? "", isSpaced: spaced, isName: true))
            case ".", ",", "?", "。", "，", "؟", "،", "’s", "।": turn.append(Unit(text: String(piece), isSpaced: false))
            default: turn.append(Unit(text: String(piece), isSpaced: spaced))
            }
        }
    }

    /// The interview with other names. Names that the map does not have remain.
    func replacing(_ map: [String: String]) -> ComposedInterview {
        var new = self
        for turn in turns.indices {
            for unit in turns[turn].indices where turns[turn][unit].isName {
                new.turns[turn][unit].text = map[turns[turn][unit].text] ?? turns[turn][unit].text
            }
        }
        return new
    }

    /// The document with one passage for each turn, and the span of each unit.
    var document: (document: Document, spans: [[Range<Int>]]) {
        var spans: [[Range<Int>]] = []
        var start = 0
        let texts = turns.map { turn in
            var text = ""
            spans.append(
                turn.map { unit in
                    if unit.isSpaced { text += " " }
                    let from = start + text.utf8.count
                    text += unit.text
                    return from..<(start + text.utf8.count)
                })
            start += text.utf8.count + 2
            return text
        }
        return (Document(id: "a", paragraphs: texts), spans)
    }
}

extension ComposedInterview.Language: CustomTestStringConvertible {
    var testDescription: String { name }

    /// A language of random words.
    static func composed(_ random: inout SeededGenerator) -> Self {
        let syllables = ["ka", "lo", "mi", "ren", "tu", "sa", "vel", "no", "pi", "dar", "esh", "gu"]
        func words(_ count: Int) -> [String] {
            (0..<count).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }
                    .joined()
            }
        }
        let common = words(300)
        let sentences = (0..<300).map { _ in
            (0..<Int.random(in: 3...12, using: &random)).map { _ in
                random.chance(10) ? "@" : random.chance(5) ? "#" : common.randomElement(using: &random) ?? ""
            }.joined(separator: " ") + " ."
        }
        return Self(
            name: "composed", sentences: sentences, names: ["Tom", "Anna Berg", "Jo", "Dr. Kent"],
            places: ["Ely", "York"])
    }

    static let all = [
        Self(
            name: "English",
            sentences: [
                "I met @ in # when we were young .", "@ was my friend .", "My brother @ took me to # in the night .",
                "Then @ and @ came .", "I may go back to # with @ , I think .", "We had nothing to eat .",
                "That was @ ’s house , not mine .", "@ @ lived in # .", "Why ?", "I was afraid of the dark .",
                "After that nobody spoke to me about @", "In # @ found work , and I stayed at home .",
            ],
            names: ["Tom", "Anna", "Maria Lopez", "Al", "Jo", "May", "O’Neill", "Jean-Luc", "Will", "Dr. Kent", "Ann"],
            places: ["Leeds", "New York", "Ely", "Stoke-on-Trent", "York"]),
        Self(
            name: "Spanish",
            sentences: [
                "Conocí a @ en # cuando era niña .", "@ era mi amigo .", "Mi hermano @ me llevó a # por la noche .",
                "No teníamos nada que comer .", "La casa de @ estaba cerca de # .", "¿ Por qué ?", "Sí , claro .",
            ],
            names: ["José", "Lucía", "Ana", "María del Carmen", "Íñigo", "Li"], places: ["Málaga", "León", "La Paz"]),
        Self(
            name: "Russian",
            sentences: [
                "Я встретила @ в городе # .", "@ был моим другом .", "Потом @ и @ ушли .", "Нам нечего было есть .",
                "Брат @ отвёз меня в # ночью .", "Почему ?", "Да , конечно .",
            ],
            names: ["Иван", "Анна", "Мария Петровна", "Ян", "Оля"], places: ["Москва", "Уфа", "Нижний Тагил"]),
        Self(
            name: "Arabic",
            sentences: [
                "التقيت @ في # عندما كنت صغيرة .", "كان @ صديقي .", "أخي @ أخذني إلى # في الليل .", "لماذا ؟",
                "لم يكن لدينا شيء نأكله .", "ثم جاء @ ، و @ بقي .",
            ],
            names: ["أحمد", "علي", "فاطمة الزهراء", "مريم"], places: ["حلب", "دمشق", "بيروت"]),
        Self(
            name: "Hindi",
            sentences: [
                "मैं # में @ से मिली ।", "@ मेरा दोस्त था ।", "मेरा भाई @ मुझे # ले गया ।", "हमारे पास खाने को कुछ नहीं था ।",
                "क्यों ?", "फिर @ और @ आए ।",
            ],
            names: ["राम", "सीता", "मोहन लाल", "अनु"], places: ["दिल्ली", "आगरा", "पुणे"]),
        Self(
            name: "Chinese",
            sentences: [
                "我 在 # 认 识 了 @ 。", "@ 是 我 的 朋 友 。", "我 弟 弟 @ 晚 上 带 我 去 了 # 。", "为 什 么 ?",
                "后 来 @ 和 @ 来 了 。", "我 们 没 有 东 西 吃 ， 很 害 怕 。",
            ],
            names: ["王芳", "李娜", "张伟", "王小明", "欧阳静"], places: ["上海", "北京", "西安"], isSpaced: false),
        Self(
            name: "Thai",
            sentences: [
                "ฉัน เจอ @ ที่ # ตอน เด็ก", "@ เป็น เพื่อน ของ ฉัน", "พี่ชาย @ พา ฉัน ไป # ตอน กลางคืน", "ทำไม ?",
                "แล้ว @ กับ @ ก็ มา",
            ],
            names: ["สมชาย", "มานี", "มานะ", "ปิติ"], places: ["เชียงใหม่", "ตรัง", "น่าน"], isSpaced: false),
        Self(
            name: "Korean",
            sentences: [
                "나는 # 에서 @ 를 만났어요 .", "@ 은 내 친구였어요 .", "오빠 @ 가 밤에 나를 # 로 데려갔어요 .", "왜요 ?",
                "우리는 먹을 것이 없었어요 .",
            ],
            names: ["민수", "지영", "박서준", "하나"], places: ["서울", "부산", "대구"]),
    ]
}
