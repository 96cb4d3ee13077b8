// swift-tools-version:5.9
import PackageDescription

let package = Package(
    name: "Tiendo",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Tiendo", targets: ["Tiendo"])],
    targets: [
        // In a folder of its own: the module maps of two libraries in one folder collide.
        .systemLibrary(name: "TiendoFFI"),
        .target(
            name: "Tiendo",
            dependencies: ["TiendoFFI"],
            linkerSettings: [.linkedLibrary("tiendo_mobile")]
        ),
        .testTarget(name: "TiendoTests", dependencies: ["Tiendo"]),
    ]
)
