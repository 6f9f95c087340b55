/**
 * 阳光安置 · campaign: a placement campaign as the office does it: plan, group, posts, candidates, notice, draw, run, result and what follows.
 * Who waits and what his service scores is {@code reception}'s; who gets which post is reckoned by {@code placement :: proof}.
 *
 * <p>Legal basis: 退役军人保障法 第 22 条；退役军人安置条例 (from 2024-09-01) 第 4、15、25 至 35 条；退役士兵安置条例 (2011-11-01 … 2024-08-31)
 * 第 31 至 40 条；退役军人部 2018 年《符合政府安排工作条件退役士兵服役表现量化评分暂行办法》.
 */
@ApplicationModule(
        id = "campaign",
        displayName = "阳光安置 campaign",
        allowedDependencies = {
            "kernel",
            "audit",
            "access",
            "act",
            "division",
            "policy",
            "secrecy",
            "vault",
            "schedule",
            "ui",
            "documents",
            "documents :: attachment",
            "documents :: issued",
            "documents :: paper",
            "documents :: sheet",
            "approval",
            "figures",
            "intake",
            "notice",
            "organisation",
            "person",
            "placement :: proof",
            "reception",
            "reception :: scoring"
        })
package org.rongyi.career.campaign;

import org.springframework.modulith.ApplicationModule;
