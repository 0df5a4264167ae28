import JSONCodec
import Testing

@Suite struct ByteBufferTests {
  @Test(arguments: [0, 7, 10, -10, 99, 100, 12_345_678_901, Int.max, Int.min])
  func `Integers are written as Swift writes them`(number: Int) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(decimal: number)
    #expect(buffer.string() == String(number))
  }

  @Test func `What is appended grows the buffer and keeps its order`() {
    var buffer = ByteBuffer(capacity: 1)
    for number in 0..<1_000 {
      buffer.append("å")
      buffer.append(decimal: number)
      buffer.append(UInt8(ascii: ","))
    }
    #expect(buffer.string() == (0..<1_000).map { "å\($0)," }.joined())
    buffer.truncate(to: 2)
    buffer.append(repeating: UInt8(ascii: "-"), 3)
    #expect(buffer.string() == "å---")
    #expect(buffer.last == UInt8(ascii: "-"))
  }
}
