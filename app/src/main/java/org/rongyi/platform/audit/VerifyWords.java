package org.rongyi.platform.audit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.WrongInput;

/**
 * {@code verify SUBJECT --data DIR [--heads FILE]}, read.
 *
 * @param heads a file of heads that left the machine earlier
 */
public record VerifyWords(Launch launch, @Nullable Path heads) {

    private static final String COMMAND = "verify";

    /** Whether the command is meant, for this subject. */
    public static boolean isMeant(List<String> words, String subject) {
        return words.size() > 1
                && words.getFirst().equals(COMMAND)
                && words.get(1).equals(subject);
    }

    /** @throws WrongInput for what is not to be understood */
    public static VerifyWords parse(List<String> words, String subject, Map<String, String> environment) {
        Deque<String> left = new ArrayDeque<>(words);
        left.remove();
        if (!subject.equals(left.poll())) {
            throw unknown();
        }
        var common = new ArrayList<>(List.of("run"));
        Path heads = null;
        while (!left.isEmpty()) {
            var option = left.remove();
            var known = List.of("--data", "--database", "--files", "--today", "--heads")
                    .contains(option);
            if (!known || left.isEmpty() || left.element().startsWith("--")) {
                throw new WrongInput(option, known ? "后面缺少内容 · a value is missing" : "没有这个选项 · no such option");
            }
            if (option.equals("--heads")) {
                heads = Path.of(left.remove());
            } else {
                common.add(option);
                common.add(left.remove());
            }
        }
        return new VerifyWords(Launch.parse(common, environment), heads);
    }

    /** @throws WrongInput when something is to be verified and nobody knows what */
    public static void refuseUnknown(List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals(COMMAND)) {
            throw unknown();
        }
    }

    private static WrongInput unknown() {
        return new WrongInput(COMMAND, "写作 verify audit 或 verify ledger，再写 --data DIR [--heads FILE] · written so");
    }
}
