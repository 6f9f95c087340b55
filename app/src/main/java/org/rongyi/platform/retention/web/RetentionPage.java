package org.rongyi.platform.retention.web;

import java.util.List;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.retention.Kept;
import org.rongyi.platform.retention.Retention;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 保存期限. */
public record RetentionPage(List<Line> lines, List<Kept> kept) implements Page {

    /** A kind with the value its term comes from. */
    public record Line(Retention.Standing standing, Parameter.Value term, boolean proposed) {

        public String source() {
            var article = term.source().article();
            return term.source().document() + (article == null ? "" : article);
        }

        public String past() {
            return standing.past() >= 100_000 ? "十万以上" : Words.number(standing.past());
        }

        public String done() {
            var at = standing.done().lastAt();
            return at == null ? "还没有" : Words.number(standing.done().deleted()) + " 条，最近" + Words.day(at.toLocalDate());
        }
    }

    @Override
    public String title() {
        return "保存期限";
    }
}
