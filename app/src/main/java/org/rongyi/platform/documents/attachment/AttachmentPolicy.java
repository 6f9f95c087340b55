package org.rongyi.platform.documents.attachment;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** What other limits would do. */
@Component
class AttachmentPolicy implements PolicyReader {

    static final String MEGABYTES = "documents.attachment.megabytes";
    static final String COUNT = "documents.attachment.count";
    static final String PAGES = "documents.attachment.pages";
    static final String DRAFT_DAYS = "documents.draft.days";
    static final String AWAY_DAYS = "documents.away.days";

    @Override
    public String room() {
        return "文件";
    }

    @Override
    public Set<String> reads() {
        return Set.of(MEGABYTES, COUNT, PAGES, DRAFT_DAYS, AWAY_DAYS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return switch (id) {
            case DRAFT_DAYS -> List.of("生效以后，选了文件而没有提交的表单，文件留 " + changed.numberInWords() + " 天。");
            case AWAY_DAYS -> List.of("生效以后，撤下满 " + changed.numberInWords() + " 天的附件，夜里删除内容，留下登记；已删除的不能恢复。");
            default -> List.of("生效以后收的附件按新的限制；已收的不受影响。");
        };
    }
}
