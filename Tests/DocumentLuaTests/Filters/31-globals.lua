function Pandoc(d) return pandoc.Pandoc({ pandoc.Para(FORMAT .. tostring(PANDOC_VERSION >= '3.0') .. type(PANDOC_STATE) .. PANDOC_SCRIPT_FILE:match '[^/]*$') }, {}) end
