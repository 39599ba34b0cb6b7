// swift-tools-version: 6.2
import PackageDescription

// A package that uses the public interface of Tema, like any other package.
let modules = ["TemaAnalysis", "TemaCodebook", "TemaCoding", "TemaIngest", "TemaModel", "TemaTables"]

let package = Package(
    name: "library-use",
    dependencies: [.package(name: "tema", path: "../..")],
    targets: [
        .executableTarget(
            name: "CountCodes", dependencies: modules.map { .product(name: $0, package: "tema") },
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
