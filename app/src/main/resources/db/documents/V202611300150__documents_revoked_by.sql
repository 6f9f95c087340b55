-- 复核撤销的决定书：查验时说清是哪一份文件撤销的
comment on column documents.public_entry.replaced_by is '替代或者撤销它的文件编号';
