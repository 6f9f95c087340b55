-- 接口用户的用途、停用的原因写进了给单位的消息：一并清除。
do $$
begin
    perform removal.holds('notice.message', 'access.client', words => 'body', lines => 'record_id = $1');
    perform removal.holds('notice.outbox', 'access.client', sealed => 'text_sealed', lines => 'record_id = $1');
    update removal.plain set columns = array_remove(columns, 'body') where place = 'notice.message';
    update removal.plain set columns = array_remove(columns, 'text_sealed') where place = 'notice.outbox';
end $$;
