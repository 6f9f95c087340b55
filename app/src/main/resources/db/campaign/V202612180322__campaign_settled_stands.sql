-- 定名单以后，费用照什么算就不变：等了多久、有什么能力不在抽签以前公布的摘要里，由库里把住。
create function campaign.settled_stands() returns trigger language plpgsql as $$
begin
    if old.home_then is not null
            and (new.home_then, new.spouse_then, new.abilities)
                is distinct from (old.home_then, old.spouse_then, old.abilities)
        or old.waited_then is not null and new.waited_then is distinct from old.waited_then then
        raise exception 'what a settled list is reckoned with does not change' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger candidate_settled before update of home_then, spouse_then, waited_then, abilities on campaign.candidate
    for each row execute function campaign.settled_stands();

create function campaign.settled_post_stands() returns trigger language plpgsql as $$
begin
    if old.place_then is not null
            and (new.place_then, new.abilities) is distinct from (old.place_then, old.abilities) then
        raise exception 'what a settled list is reckoned with does not change' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger post_settled before update of place_then, abilities on campaign.post
    for each row execute function campaign.settled_post_stands();

-- 专项小组审定的接收计划进方案全文，也就进它的摘要。
alter table campaign.campaign
    add column quotas text,
    add constraint campaign_quotas check (quotas is null or plan_digest is not null);
comment on column campaign.campaign.quotas is '接收计划：几个单位、几人、名单的 SM3，审定那天的；没有登记的、以前审定的为空';
