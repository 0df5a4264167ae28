/// Writes a plugin that runs: `arena plugin new KIND NAME`.
package enum PluginScaffold {
  /// The files of a new plugin, by their path in its folder.
  package static func files(_ kind: PluginKind, name: String) -> [(path: String, text: String)] {
    let title = name.split(separator: "-").joined(separator: " ")
    let spaced = title.prefix(1).uppercased() + title.dropFirst()
    return [
      ("plugin.lua", source(kind, title: spaced)),
      ("tests/\(name.replacing("-", with: "_"))_test.lua", test(kind, name: name, title: spaced)),
      ("README.md", readme(kind, name: name, title: spaced)),
      (".luacheckrc", LuacheckStandard.source()),
    ]
  }

  /// Writes them into a new folder; what is there already is left alone.
  package static func create(_ kind: PluginKind, name: String, in folder: String) throws -> [String]
  {
    guard isName(name) else {
      throw PluginError.needs(
        "'\(name)' is no name for a plugin; write lower-case letters, digits and hyphens, such as "
          + "'evening-choir'.")
    }
    let path = folder + "/" + name
    guard !FileAccess.exists(path) else {
      throw PluginError.needs("\(path) is there already. Take another name, or remove it.")
    }
    for file in files(kind, name: name) {
      try FileAccess.write(file.text, to: path + "/" + file.path)
    }
    return files(kind, name: name).map { path + "/" + $0.path }
  }

  package static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else {
      return false
    }
    return name.utf8.allSatisfy {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || $0 == UInt8(ascii: "-")
        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
    }
  }

  private static func source(_ kind: PluginKind, title: String) -> String {
    let head = """
        api = 1,
        kind = "\(kind.rawValue)",
        title = "\(title)",
        summary = "Say in a sentence what it is for.",

      """
    switch kind {
    case .format:
      return """
        return {
        \(head)
          slot = { noun = "round", nouns = "rounds" },
          group = { noun = "group", nouns = "groups", code = "{slot}.{n}" },

          roles = {
            { "host", count = "1..", exclusive = true },
            { "guest" },
          },

          contribution = { noun = "result", nouns = "results" },

          programme = { { "round", count = 2 } },

          actions = {
            { "announce", as = "host" }, { "join", as = "guest" }, { "leave" }, { "move" }, { "cancel" },
            { "contribute" }, { "remark" },
          },

          checks = {
            { "alone", each = "group", severity = "note", message = "{code}: nobody has joined {host}.",
              fix = "Ask at the next gathering.",
              when = function(group) return #group:actors "guest" == 0 end },
          },
        }

        """
    case .reporter:
      return """
        local function document(arena, options)
          local blocks = pandoc.Blocks {}
          for _, group in ipairs(arena.groups) do
            blocks:insert(pandoc.Header(1, tostring(group)))
            if options.people then
              blocks:insert(pandoc.Para(arena:say("{people}", { people = group:people() })))
            end
            for _, contribution in ipairs(group.contributions) do blocks:extend(contribution:render "body") end
          end
          return pandoc.Pandoc(blocks, { title = arena.title, lang = arena.language })
        end

        return {
        \(head)
          options = { { "people", "boolean", help = "List who was there." } },
          document = document,
        }

        """
    case .importer:
      return """
        return {
        \(head)
          files = { "list" },
          reads = "text",
          each = function(tx, text)
            for name in text:gmatch "[^\\n]+" do
              if not tx:person(name) then tx.people:add { name = name } end
            end
          end,
        }

        """
    case .filter:
      return """
        return {
        \(head)
          filter = {
            Header = function(header)
              header.classes:insert "heading"
              return header
            end,
          },
        }

        """
    case .check:
      return """
        return {
        \(head)
          checks = {
            { "untitled", each = "group", scope = "arena", message = "{code} has no title.",
              fix = "Ask whoever announced it.",
              when = function(group) return not group.title end },
          },
        }

        """
    }
  }

  private static func test(_ kind: PluginKind, name: String, title: String) -> String {
    let body =
      switch kind {
      case .format:
        """
          it("lets guests join what a host announces", function()
            local a = arena { people = { "Ada Moe", "Bo Lie" } }
            local group = a:act("announce", { title = "Trees", by = "Ada Moe", slots = 1 })
            expect(a:check "alone"):equals { group.code .. ": nobody has joined Ada Moe." }
            a:act("join", { group = group, person = "Bo Lie" })
            expect(#group:people "guest"):equals(1)
            expect(a:check "alone"):equals {}
          end)
        """
      case .reporter:
        """
          it("writes the arena's groups", function()
            local a = arena { title = "Forum" }
            a.groups:add { code = "1", title = "Trees" }
            expect(a:export "\(name)"):contains "Trees"
          end)
        """
      case .importer:
        """
          it("adds each person once", function()
            local a = arena {}
            a:import("people.list", "Ada Moe\\nBo Lie\\n")
            a:import("people.list", "Ada Moe\\n")
            expect(#a.people):equals(2)
          end)
        """
      case .filter:
        """
          it("gives headings a class", function()
            local filter = require "plugin".filter
            local doc = pandoc.Pandoc { pandoc.Header(1, "Trees") }
            expect(doc:walk(filter).blocks[1].classes[1]):equals "heading"
          end)
        """
      case .check:
        """
          it("finds groups without a title", function()
            local a = arena {}
            a.groups:add { code = "1" }
            expect(a:check "untitled"):equals { "1 has no title." }
          end)
        """
      }
    return "describe(\"\(title)\", function()\n\(body)\nend)\n"
  }

  private static func readme(_ kind: PluginKind, name: String, title: String) -> String {
    """
    # \(title)

    \(Phrase.withArticle(kind.rawValue).prefix(1).uppercased() + Phrase.withArticle(kind.rawValue).dropFirst()) \
    for Arena. `plugin.lua` is all it needs; modules stand beside it, translations in `locale/`, its tests in `tests/`.

    Try it: `arena plugin test \(name)`, `arena plugin check \(name)`.

    """
  }
}
