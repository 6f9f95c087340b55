comment on function kernel.scope_ranges() is '数据范围的各段；只有一段也给出；未设范围时为空值';
