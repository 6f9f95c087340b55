-- 撤回误设的机构和误录的任职。程序没有删除的权限：条件和删除都在这里，一并成立。
create function organisation.withdraw_unit(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        if not exists (select from organisation.unit u where u.id = subject and u.version = 1 and u.closed_on is null)
           or exists (select from organisation.unit_history h where h.unit_id = subject)
           or exists (select from organisation.staff s where s.unit_id = subject) then
            return false;
        end if;
        delete from organisation.territory t where t.unit_id = subject;
        delete from organisation.unit u where u.id = subject;
        return true;
    end
    $$;
comment on function organisation.withdraw_unit(uuid) is '撤回误设且从未变更、从未任用人员的机构；否则不动，回答 false';
revoke all on function organisation.withdraw_unit(uuid) from public;
grant execute on function organisation.withdraw_unit(uuid) to rongyi_app;

create function organisation.withdraw_staff(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        delete from organisation.staff s where s.id = subject and s.valid_to is null;
        return found;
    end
    $$;
comment on function organisation.withdraw_staff(uuid) is '撤回误录且仍在任的任职';
revoke all on function organisation.withdraw_staff(uuid) from public;
grant execute on function organisation.withdraw_staff(uuid) to rongyi_app;

-- 当日加上又当日去掉的服务区域不留行，沿革里有
grant delete on organisation.territory to rongyi_app;
