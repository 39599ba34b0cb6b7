// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in continuous integration only: a user's compiler and libraries may be newer than those the code was
// written with, and their warnings must not stop a build.
let warningsAreErrors = Context.environment["TEMA_WARNINGS_AS_ERRORS"] != nil
let strict: [SwiftSetting] =
    [.swiftLanguageMode(.v6)] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

// Only `make docs` needs the plugin, so only `make docs` fetches it.
let documentation: [Package.Dependency] =
    Context.environment["TEMA_DOCS"] == nil
    ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", .upToNextMinor(from: "1.5.0"))]

let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

/// The modules below the program, from the bottom up: each imports only modules named before it.
let modules: [(name: String, dependencies: [Target.Dependency])] = [
    ("TemaModel", []),
    (
        "TemaFormats",
        [
            "TemaModel", "CSystem", "CLibXML2", "CLibArchive", "CNettle", .product(name: "Yams", package: "Yams"),
        ]
    ),
    ("TemaIngest", ["TemaModel", "TemaFormats", "CSystem"]),
    ("TemaCodebook", ["TemaModel", "TemaFormats"]),
    ("TemaCoding", ["TemaModel", "CSystem"]),
    ("TemaAnalysis", ["TemaModel"]),
    ("TemaTables", ["TemaModel", "TemaFormats", "CLibArchive", "CLibXLSXWriter"]),
    ("TemaCharts", ["TemaModel"]),
    ("TemaStudy", ["TemaModel", "TemaFormats"] + grdb),
    ("TemaRefi", ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "CNettle"]),
    (
        "TemaExchange",
        ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "TemaTables", "TemaRefi"] + grdb
    ),
    ("TemaReport", ["TemaModel", "TemaAnalysis", "TemaCharts", "TemaTables"]),
]
let tested = [
    "TemaModel", "TemaIngest", "TemaCoding", "TemaAnalysis", "TemaCharts", "TemaStudy", "TemaExchange", "TemaReport",
]
let names = modules.map { Target.Dependency.target(name: $0.name) }

let package = Package(
    name: "tema",
    products: [
        .executable(name: "tema", targets: ["tema"]),
        .library(name: "Tema", targets: modules.map(\.name)),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
        .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
    ] + documentation,
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        // Without pkg-config: from Debian 13 on, its file there needs minizip's, which libxlsxwriter-dev does not bring along.
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Nothing but declarations and inline functions: what is called is the C library's.
        .systemLibrary(name: "CSystem"),
    ]
        + modules.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: strict) }
        + [
            .executableTarget(
                name: "tema",
                dependencies: names + [
                    "CSystem", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: strict)
        ]
        + modules.filter { tested.contains($0.name) }.map { module in
            .testTarget(
                name: module.name + "Tests", dependencies: names + module.dependencies,
                exclude: module.name == "TemaStudy" ? ["Fixtures"] : [], swiftSettings: strict)
        }
        + [
            .testTarget(
                name: "temaTests",
                dependencies: names + ["tema", .product(name: "ArgumentParser", package: "swift-argument-parser")],
                exclude: ["Fixtures", "Golden"],
                swiftSettings: strict)
        ]
)
