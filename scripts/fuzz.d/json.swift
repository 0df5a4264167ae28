// rooms: JSONCodec DocumentModel
import DocumentModel
import JSONCodec

/// Any bytes: a value that writes and reads back equal, or an error; the same for pandoc's JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  if let value = try? JSONValue(parsing: bytes) {
    let text = value.text()
    precondition((try? JSONValue(parsing: text))?.text() == text)
    precondition((try? JSONValue(parsing: value.text(.lines)))?.text() == text)
  }
  if let document = try? Pandoc(json: bytes) {
    let text = document.json
    precondition((try? Pandoc(json: text))?.json == text)
  }
  return 0
}
