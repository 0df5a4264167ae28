local function bytes(hex) return (hex:gsub('%s', ''):gsub('..', function(pair) return string.char(tonumber(pair, 16)) end)) end
local function size(name, image, options)
  probe(name, function() return pandoc.image.format(image), pandoc.image.size(image, options) end)
end
local function svg(attributes) return '<svg xmlns="http://www.w3.org/2000/svg" ' .. attributes .. '></svg>' end
for _, attributes in ipairs {
  'width="100px" height="50px"', 'width="10cm" height="5cm"', 'width="25.4mm" height="12.7mm"', 'width="2in" height="1in"',
  'width="72pt" height="36pt"', 'width="6pc" height="3pc"', 'width="10em" height="5em"', 'width="50%" height="50%" viewBox="0 0 300 150"',
  'viewBox="0 0 300 150"', 'viewBox="0,0,300,150"', '', 'width="100" viewBox="0 0 300 150"', 'height="75" viewBox="0 0 300 150"',
  'width="70.5" height="20.25"', "width='30' height='40'",
} do size('svg ' .. attributes, svg(attributes)) end
size('svg dpi', svg 'width="2in" height="100"', { dpi = 300 })
size('svg declared', '<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg PUBLIC "x" "y">\n' .. svg 'width="1" height="2"')
size('svg after space', '  \n' .. svg 'width="1" height="2"')
size('xml', '<?xml version="1.0"?><foo width="3"/>')
size('text', 'no picture')
size('nothing', '')
size('eps', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 10 20 110 220\n')
size('eps without a box', '%!PS EPSF\n')
size('pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Page /MediaBox [0 0 200 300] >>\nendobj\n')
size('pdf without a box', '%PDF-1.4\nnothing')
local png = '89504e470d0a1a0a 0000000d 49484452 00000001 00000001 08 00 00 00 00 3a7e9b55'
local rest = '0000000a 49444154 789c6360000000020001 48afa471 00000000 49454e44 ae426082'
size('png', bytes(png .. rest))
size('webp lossy', 'RIFF' .. bytes '2a000000' .. 'WEBPVP8 ' .. bytes '1e000000 30010 09d012a 4d004200' .. ('\0'):rep(20))
size('webp extended', 'RIFF' .. bytes '16000000' .. 'WEBPVP8X' .. bytes '0a000000 00000000 c70000 2b0100')
probe('size of a number', function() return pandoc.image.size(5) end)
