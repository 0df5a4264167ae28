import DocumentModel
import Foundation

/// The pictures that a document names by their paths, as data: addresses: with them a page needs no file beside it.
struct PictureFiles {
  /// By the address that the document has.
  private(set) var addresses: [String: String] = [:]
  /// What no picture was found for, in the order of the text.
  private(set) var missing: [String] = []

  /// A picture of more than 64 MiB is no part of a page that people open.
  private static let mostBytes = 64 << 20

  /// - Parameter inputs: the files that the document was read from. A path is looked for in the working folder, as
  ///   pandoc does, and then beside each of them.
  init(of document: Pandoc, readFrom inputs: [String]) {
    var urls: [String] = []
    DocumentWalk.visit(
      document.blocks,
      inline: { inline in
        if case .image(_, _, let target) = inline, Self.mediaType(of: target.url) != nil,
          !urls.contains(target.url)
        {
          urls.append(target.url)
        }
      })
    let folders = [""] + inputs.filter { $0 != "-" }.map(Self.folder)
    for url in urls {
      guard let type = Self.mediaType(of: url), let bytes = Self.bytes(of: url, in: folders) else {
        missing.append(url)
        continue
      }
      addresses[url] = "data:\(type);base64,\(bytes.base64EncodedString())"
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func bytes(of url: String, in folders: [String]) -> Data? {
    let path = url.removingPercentEncoding ?? url
    for folder in path.hasPrefix("/") ? [""] : folders {
      let file = folder + path
      // A device or a pipe may never end.
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
        attributes[.type] as? FileAttributeType == .typeRegular,
        let size = attributes[.size] as? Int, size <= mostBytes,
        let bytes = FileManager.default.contents(atPath: file)
      else { continue }
      return bytes
    }
    return nil
  }

  /// The type of a picture that lies in a file; nil for addresses of the web, data: addresses and what is no picture.
  private static func mediaType(of url: String) -> String? {
    guard !url.hasPrefix("//"), !url.contains("://"), !url.hasPrefix("data:"),
      let dot = url.lastIndex(of: ".")
    else { return nil }
    return switch url[url.index(after: dot)...].lowercased() {
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "svg": "image/svg+xml"
    case "webp": "image/webp"
    case "avif": "image/avif"
    default: nil
    }
  }
}
