do $$
begin
    perform removal.roots('audit.signing_key', '签名密钥', 'PROVINCE');
    perform removal.holds('audit.signing_key', 'audit.signing_key', words => 'reason');
    perform removal.no_words('audit.signing_key', 'key replaced');
end $$;
