function Emph() return 'plain words here' end
function BlockQuote() return 'a string for a block' end
function Strong() return { 'one', 'two' } end
