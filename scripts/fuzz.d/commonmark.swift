// rooms: CCommonMark JSONCodec DocumentModel DocumentReaders DocumentWriters
import DocumentModel
import DocumentReaders
import DocumentWriters

/// Any text: blocks, which every writer writes; the CommonMark that is written can be read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  guard let document = try? CommonMarkReader().read(bytes) else { return 0 }
  for writer in DocumentWriters.all {
    for isStandalone in [false, true] {
      _ = try? writer.string(document, options: WriterOptions(isStandalone: isStandalone))
    }
  }
  if let written = try? CommonMarkWriter().string(document) {
    precondition((try? CommonMarkReader().read(written)) != nil)
  }
  return 0
}
