-- nvim --headless -u NONE -i NONE -c 'luafile neovim.lua': each step prints one line, `ok NAME` or `not ok NAME: WHY`.
local function step(name, action)
  local ok, why = pcall(action)
  print((ok and 'ok ' or 'not ok ') .. name .. (ok and '' or ': ' .. tostring(why):gsub('\n.*', '')))
end

local client
vim.opt.swapfile = false
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.EXIT_LENS_FILE))
local last = vim.fn.line('$')

step('Neovim: diagnostics', function()
  client = vim.lsp.start_client({
    name = 'exit-lens',
    cmd = { vim.env.EXIT_LENS_NODE, vim.env.EXIT_LENS_CLI, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  assert(vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 50), 'none came')
  local seen = vim.diagnostic.get(0)[1]
  assert(seen.source == 'Exit Lens', 'source is ' .. tostring(seen.source))
end)

step('Neovim: hover', function()
  vim.api.nvim_win_set_cursor(0, { vim.fn.search('^connection = '), 2 })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 5000)
  local text
  for _, answer in pairs(answers) do text = answer.result and answer.result.contents.value end
  assert(text and text:find('modules'), 'it says ' .. tostring(text))
end)

step('Neovim: an edit clears them', function()
  vim.api.nvim_buf_set_lines(0, last, last, false, { 'del connection' })
  assert(vim.wait(10000, function() return #vim.diagnostic.get(0) == 0 end, 50), 'still ' .. #vim.diagnostic.get(0))
end)

step('Neovim: the server ends', function()
  vim.lsp.stop_client(client)
  assert(vim.wait(5000, function() return vim.lsp.get_client_by_id(client) == nil end, 50), 'it lives on')
end)

vim.cmd('qall!')
