// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "tema",
    products: [
        .executable(name: "tema", targets: ["tema"]),
        .library(
            name: "Tema",
            targets: ["Model", "Ingest", "CodingEngine", "Analysis", "Store", "Exchange", "Charts", "Report"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // For `make docs` alone: nothing of it is in the program.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        // Of the C library itself, which Swift's module of it leaves out.
        .systemLibrary(name: "CMalloc"),
        // Nothing but what a processor does with sixteen bytes at once.
        .systemLibrary(name: "CBytes"),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
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
        // For the tests alone.
        .target(name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "CLibArchive", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CodingEngineTests", dependencies: ["CodingEngine", "CBytes", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(name: "ReportTests", dependencies: ["Report", "Analysis"], swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Ingest", "CLibArchive", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Store", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "temaTests",
            dependencies: [
                "tema", "Model", "Ingest", "CodingEngine", "Analysis", "Store", "Exchange", "Charts", "Report",
                "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Fixtures", "Golden"],
            swiftSettings: strict),
    ]
)
