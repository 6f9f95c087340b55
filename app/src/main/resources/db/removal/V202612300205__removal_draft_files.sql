-- 本人填表时选的、还没有提交的文件，文件名也是写的话：清除档案时一并删去。
do $$
begin
    perform removal.holds('documents.draft_file', 'person.person', files => 'file_id preview_id', away => true, lines => 'person_id = $1');
    update removal.plain set columns = array_remove(array_remove(array_remove(columns, 'name'), 'file_id'), 'preview_id')
    where place = 'documents.draft_file';
end $$;
