package org.rongyi.care.relief;

import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.approval.CaseLines;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;

/** The lines every service of relief has on its case: of his household, his health and his account. */
public final class ReliefLines {

    private ReliefLines() {}

    /** Shown to himself, and in the clear; nobody else learns more than that it is there. */
    public static void illness(CaseLines lines, String diagnosis, Actor reader, boolean clear) {
        boolean shown = reader instanceof Actor.Self || clear;
        lines.addIf(!diagnosis.isEmpty(), "病情", shown ? diagnosis : "已填写，审核时可看");
    }

    /** @param spent what the spending was for, in the form's words */
    public static void household(CaseLines lines, Household home, String spent) {
        lines.add("家庭人口", home.members() + " 人");
        lines.add(
                "近一年家庭收入",
                Words.yuan(home.incomeFen())
                        + (home.exemptFen() > 0 ? "，其中抚恤、补助、优待 " + Words.yuan(home.exemptFen()) + " 不算收入" : ""));
        lines.add(
                spent,
                Words.yuan(home.spentFen())
                        + (home.coveredFen() > 0 ? "，已报销、已得帮助 " + Words.yuan(home.coveredFen()) : ""));
    }

    public static void account(CaseLines lines, AidRequest.@Nullable Account account, boolean clear) {
        if (account != null) {
            lines.add("收款卡号", clear ? account.bank() + " " + account.number() : account.masked());
        }
    }

    /** 入户核查; what was found there, for those who handle it. */
    public static void check(CaseLines lines, Facts.@Nullable Check made, String found, Actor reader) {
        if (made != null) {
            boolean told = reader instanceof Actor.Office && !found.isEmpty();
            lines.add(
                    "入户核查", Words.day(made.on()) + "，" + String.join("、", made.visitors()) + (told ? "：" + found : ""));
        }
    }
}
