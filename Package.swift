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

let package = Package(
    name: "tema",
    products: [
        .executable(name: "tema", targets: ["tema"]),
        .library(
            name: "Tema",
            targets: ["Model", "Ingest", "CodingEngine", "Analysis", "Store", "Exchange", "Charts", "Report"]),
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
        // Of the C library itself, which Swift's module of it leaves out.
        .systemLibrary(name: "CMalloc"),
        // Nothing but what a processor does with sixteen bytes at once.
        .systemLibrary(name: "CBytes"),
        // Without pkg-config: from Debian 13 on, its file there needs minizip's, which libxlsxwriter-dev does not bring along.
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Nothing but declarations: the functions are glibc's.
        .systemLibrary(name: "CProcess"),
        .target(name: "Model", swiftSettings: strict),
        .target(
            name: "Ingest",
            dependencies: [
                "Model", "CBytes", "CLibXML2", "CLibArchive", "CProcess", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(name: "CodingEngine", dependencies: ["Model", "CBytes"], swiftSettings: strict),
        .target(name: "Analysis", dependencies: ["Model"], swiftSettings: strict),
        .target(name: "Charts", dependencies: ["Model"], swiftSettings: strict),
        .target(
            name: "Report", dependencies: ["Model", "Analysis", "Charts", "Exchange"], swiftSettings: strict),
        .target(
            name: "Exchange",
            dependencies: [
                "Model", "Ingest", "CLibArchive", "CLibXLSXWriter", "CNettle", .product(name: "Yams", package: "Yams"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Model", "CNettle", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tema",
            dependencies: [
                "CMalloc", "Model", "Ingest", "CodingEngine", "Analysis", "Exchange", "Store", "Charts", "Report",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
        .testTarget(name: "IngestTests", dependencies: ["Ingest", "CLibArchive"], swiftSettings: strict),
        .testTarget(name: "CodingEngineTests", dependencies: ["CodingEngine", "CBytes"], swiftSettings: strict),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis"], swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(name: "ReportTests", dependencies: ["Report", "Analysis"], swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Ingest", "CLibArchive", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Store"], swiftSettings: strict),
        .testTarget(
            name: "temaTests",
            dependencies: [
                "tema", "Model", "Ingest", "CodingEngine", "Analysis", "Store", "Exchange", "Charts", "Report",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Fixtures", "Golden"],
            swiftSettings: strict),
    ]
)
