-- What a plugin may use: Lua's safe library, the pandoc module and sorted.
std = "lua54"
read_globals = { "pandoc", "sorted" }
max_line_length = 120
exclude_files = { ".build*" }

-- What a plugin's own tests see beside that.
files["**/tests/*.lua"] = {
  read_globals = { "describe", "it", "expect", "arena" },
}

-- Plugins that try the contract say much in a line.
files["Tests/Plugins"] = { max_line_length = 140 }

-- What stands for parts of Lua's own library sets them.
files["scripts/check-lua-tests.d"] = {
  globals = { "io", "package", "require", "collectgarbage", "debug" },
}
