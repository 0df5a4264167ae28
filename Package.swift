// swift-tools-version: 6.2
import PackageDescription

/// The house, room by room: docs/architecture.md tells what each is for. A room lists what lies under it;
/// `scripts/check-layers` proves that no source file imports anything else.
let package = Package(
  name: "arena",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "arena", targets: ["arena"]),
    .library(name: "LuaKit", targets: ["LuaKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CLuaKit", dependencies: ["CLua"]),
    .target(name: "LuaKit", dependencies: ["CLuaKit", "CLua"]),
    .executableTarget(name: "luakit-run", dependencies: ["LuaKit"]),
    .executableTarget(name: "luakit-bench", dependencies: ["LuaKit"]),
    .testTarget(
      name: "LuaKitTests", dependencies: ["LuaKit", "CLuaKit", "CLua", "luakit-run"],
      exclude: ["Attacks", "Compare"]),

    .target(name: "JSONCodec"),
    .testTarget(name: "JSONCodecTests", dependencies: ["JSONCodec"]),

    .target(name: "DocumentModel", dependencies: ["JSONCodec"]),
    .testTarget(name: "DocumentModelTests", dependencies: ["DocumentModel", "JSONCodec"]),
    .target(name: "DocumentReaders", dependencies: ["DocumentModel", "CCommonMark", "JSONCodec"]),
    .testTarget(name: "DocumentReadersTests", dependencies: ["DocumentReaders", "DocumentModel"]),
    .target(name: "DocumentWriters", dependencies: ["DocumentModel", "JSONCodec"]),
    .testTarget(
      name: "DocumentWritersTests",
      dependencies: ["DocumentWriters", "DocumentReaders", "DocumentModel", "JSONCodec"]),
    .target(name: "CDocumentLua", dependencies: ["CLuaKit", "CLua"]),
    .target(
      name: "DocumentLua",
      dependencies: [
        "LuaKit", "CDocumentLua", "CLuaKit", "CLua", "CZlib", "DocumentModel", "DocumentReaders",
        "DocumentWriters", "JSONCodec",
      ]),
    .testTarget(
      name: "DocumentLuaTests",
      dependencies: [
        "DocumentLua", "DocumentModel", "DocumentReaders", "DocumentWriters", "LuaKit",
      ],
      exclude: ["Filters", "Probes"]),
    .target(name: "CPrograms"),
    .target(name: "Programs", dependencies: ["CPrograms"]),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs"]),

    .target(name: "ArenaModel", dependencies: ["JSONCodec"]),
    .testTarget(name: "ArenaModelTests", dependencies: ["ArenaModel", "JSONCodec"]),
    .target(name: "ArenaImport", dependencies: ["ArenaModel"]),
    .testTarget(name: "ArenaImportTests", dependencies: ["ArenaImport", "ArenaModel"]),
    .target(
      name: "ArenaStore",
      dependencies: [
        "ArenaModel", "JSONCodec", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "arena-store-worker", dependencies: ["ArenaStore", "ArenaModel"],
      path: "Tests/ArenaStoreWorker"),
    .testTarget(
      name: "ArenaStoreTests",
      dependencies: ["ArenaStore", "ArenaModel", "JSONCodec", "arena-store-worker"]),
    .target(
      name: "ArenaPlugins",
      dependencies: [
        "ArenaModel", "ArenaImport", "ArenaStore", "DocumentLua", "DocumentModel",
        "DocumentReaders", "DocumentWriters", "JSONCodec", "LuaKit", "Programs",
      ]),
    .testTarget(
      name: "ArenaPluginsTests",
      dependencies: [
        "ArenaPlugins", "ArenaImport", "ArenaModel", "ArenaStore", "DocumentModel", "JSONCodec",
        "LuaKit",
      ],
      exclude: [
        "Import/Headings/variants.txt", "Import/Headings/both.txt", "Import/Headings/sentences.txt",
      ]),
    .target(
      name: "ArenaCommands",
      dependencies: [
        "ArenaModel", "ArenaImport", "ArenaStore", "ArenaPlugins", "DocumentLua", "DocumentModel",
        "DocumentReaders", "DocumentWriters", "JSONCodec", "LuaKit", "Programs", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "ArenaCommandsTests",
      dependencies: [
        "ArenaCommands", "Programs", "arena",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Sandbox/Attacks", "Sandbox/Manual"]),
    .executableTarget(name: "arena", dependencies: ["ArenaCommands"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  if ["CDocumentLua", "CLuaKit", "CPrograms"].contains(target.name) {
    target.cSettings = [.treatAllWarnings(as: .error)]
    continue
  }
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
