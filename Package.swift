// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in continuous integration only. A user's compiler and libraries may be newer and report new warnings, which
// must not stop a build.
let warningsAreErrors = Context.environment["TEMA_WARNINGS_AS_ERRORS"] != nil
let strict: [SwiftSetting] =
    [.swiftLanguageMode(.v6)] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

// Only `make docs` needs the plugin, so it is fetched only then.
let documentation: [Package.Dependency] =
    Context.environment["TEMA_DOCS"] == nil
    ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", .upToNextMinor(from: "1.5.0"))]

/// A module of the library: the modules that it imports, and its other dependencies (packages and system libraries).
struct Module {
    let name: String
    let imports: [String]
    let others: [Target.Dependency]

    init(_ name: String, _ imports: [String] = [], _ others: [Target.Dependency] = []) {
        (self.name, self.imports, self.others) = (name, imports, others)
    }
}

let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let hummingbird: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
]
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// From the bottom up: each module imports only modules listed before it.
let modules = [
    Module("TemaModel", [], ["CUTF8Proc"]),
    Module("TemaFormats", ["TemaModel"], ["CPosix", "CLibXML2", "CLibArchive", "CNettle", yams]),
    Module("TemaIngest", ["TemaModel", "TemaFormats"], ["CPosix", yams]),
    Module("TemaCodebook", ["TemaModel", "TemaFormats"], [yams]),
    Module("TemaCoding", ["TemaModel"], ["CPosix"]),
    Module("TemaAnalysis", ["TemaModel"]),
    Module("TemaTables", ["TemaModel", "TemaFormats"], ["CLibArchive", "CLibXLSXWriter"]),
    Module("TemaCharts", ["TemaModel"]),
    Module("TemaStudy", ["TemaModel", "TemaFormats"], grdb),
    Module("TemaRefi", ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook"], ["CNettle"]),
    Module(
        "TemaExchange", ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "TemaTables", "TemaRefi"], grdb),
    Module("TemaReport", ["TemaModel", "TemaAnalysis", "TemaCharts", "TemaTables"]),
    Module(
        "TemaPipeline",
        [
            "TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "TemaCoding", "TemaAnalysis", "TemaTables",
            "TemaStudy", "TemaRefi", "TemaExchange", "TemaReport",
        ], [heap]),
    Module(
        "TemaWorkspace",
        [
            "TemaModel", "TemaFormats", "TemaCodebook", "TemaCoding", "TemaAnalysis", "TemaTables", "TemaCharts",
            "TemaStudy", "TemaReport", "TemaPipeline",
        ], ["CAssets", "CNettle"] + hummingbird),
]
/// The modules for other programs. The workspace is a part of the program, and needs a server that libraries need not build.
let library = modules.filter { $0.name != "TemaWorkspace" }
let all = modules.map { Target.Dependency(stringLiteral: $0.name) }
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let fixtures = ["TemaStudy": ["Fixtures"]]

let package = Package(
    name: "tema",
    products: [
        .executable(name: "tema", targets: ["tema"]),
        .library(name: "Tema", targets: library.map(\.name)),
    ] + library.map { .library(name: $0.name, targets: [$0.name]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
        .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
        .package(url: "https://github.com/apple/swift-collections.git", .upToNextMinor(from: "1.6.0")),
        // Without its traits, which only read configuration files and format dates.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", .upToNextMinor(from: "2.28.1"), traits: []),
    ] + documentation,
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        // Without pkg-config: its .pc file has a flag that the package manager rejects.
        .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        // Without pkg-config: from Debian 13 on, its .pc file requires minizip's, which libxlsxwriter-dev does not depend on.
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Only declarations and inline functions; the functions they call are in the C library.
        .systemLibrary(name: "CPosix"),
        // The files of the workspace's page, inside the program. C's `#embed` needs C23.
        .target(name: "CAssets", exclude: ["page"]),
    ]
        + modules.map { module in
            .target(
                name: module.name,
                dependencies: module.imports.map { Target.Dependency(stringLiteral: $0) } + module.others,
                swiftSettings: strict)
        }
        + [.executableTarget(name: "tema", dependencies: all + ["CPosix", argumentParser], swiftSettings: strict)]
        + [
            .target(
                name: "TestSupport", dependencies: ["TemaModel", "TemaFormats", "TemaExchange", "CLibArchive"],
                path: "Tests/TestSupport", swiftSettings: strict)
        ]
        + modules.map { module in
            .testTarget(
                name: module.name + "Tests", dependencies: all + module.others + ["TestSupport"],
                exclude: fixtures[module.name] ?? [], swiftSettings: strict)
        }
        + [
            .testTarget(
                name: "temaTests", dependencies: all + ["tema", "TestSupport", argumentParser],
                exclude: ["Fixtures", "Golden"],
                swiftSettings: strict)
        ],
    cLanguageStandard: .c2x
)
