package org.rongyi.care.fund.payment.web;

import java.util.List;
import org.rongyi.care.fund.bank.ResultFiles;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/** 银行结果: a file that was read, line by line, with what became of each. */
public record ResultPage(Batch batch, ResultFiles.File file, List<ResultFiles.Read> lines) implements Page {

    @Override
    public String title() {
        return "银行结果：" + file.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拨付", "/payments"), new Crumb("批次 " + batch.number(), "/batches/" + batch.id()));
    }

    public long count(ResultFiles.Answered answered) {
        return lines.stream().filter(line -> line.answered() == answered).count();
    }

    public static Tone tone(ResultFiles.Answered answered) {
        return switch (answered) {
            case BOOKED -> Tone.SUCCESS;
            case SAME -> Tone.NEUTRAL;
            case CONTRADICTS -> Tone.DANGER;
        };
    }
}
