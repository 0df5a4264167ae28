import Foundation
import Testing

@Suite("The form of transcripts")
struct TranscriptFormTests {
  private func ran(_ text: String) throws -> String {
    try TranscriptRunner.run(Transcript(text)).text
  }

  @Test("output, standard error, exit status and a missing newline are all shown")
  func endings() throws {
    let before = """
      # Title

      ```console
      $ echo one; echo two >&2
      old
      $ exit 3
      $ printf abc
      ```

      After.

      """
    let after = """
      # Title

      ```console
      $ echo one; echo two >&2
      one
      two
      $ exit 3
      [exit 3]
      $ printf abc
      abc
      [no newline at the end]
      ```

      After.

      """
    #expect(try ran(before) == after)
    #expect(try ran(after) == after)
  }

  @Test("a file comes from its block behind a console block, too, and carriage returns are seen")
  func filesBehindCommands() throws {
    let text = """
      ```console
      $ echo 1
      1
      ```

      ```text file=a.txt
      a
      ```

      ```console
      $ cat a.txt; printf 'b\\r\\nc\\n'
      a
      b␍
      c
      ```
      """
    #expect(try ran(text) == text)
  }

  @Test("a command goes on over lines, and files come from blocks")
  func files() throws {
    let text = """
      ```text file=folder/words.txt
      b
      a
      ```

      ```console
      $ sort \\
      >   folder/words.txt
      a
      b
      ```
      """
    #expect(try ran(text) == text)
  }

  @Test("blocks in other languages are left alone")
  func otherBlocks() throws {
    let text = """
      ```text
      $ rm -r something
      ```
      ````console
      $ echo '```'
      ```
      ````
      """
    #expect(try ran(text) == text)
  }

  @Test("each transcript has a folder of its own, and a clock that stands still")
  func freshness() throws {
    let text = """
      ```console
      $ ls; echo $ARENA_NOW $ARENA_SEED
      demo
      2031-03-12T08:01:00.000Z 1
      $ pwd; touch left-behind
      /folder
      ```
      """
    #expect(try ran(text) == text)
    #expect(try ran(text) == text)
  }
}
