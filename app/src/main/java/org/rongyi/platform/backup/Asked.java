package org.rongyi.platform.backup;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.WrongInput;

/** What was typed behind {@code backup} or {@code restore}. */
record Asked(Launch launch, Path file) {

    /** @param option the one that names the file, which is required */
    static Asked parse(List<String> words, Map<String, String> environment, String option) {
        var left = new ArrayDeque<>(words);
        var command = left.remove();
        var common = new ArrayList<>(List.of("run"));
        Path file = null;
        while (!left.isEmpty()) {
            var next = left.remove();
            var known = List.of("--data", "--database", "--files", "--today", option)
                    .contains(next);
            if (!known || left.isEmpty() || left.element().startsWith("--")) {
                throw new WrongInput(next, known ? "后面缺少内容 · a value is missing" : "没有这个选项 · no such option");
            }
            if (next.equals(option)) {
                file = Path.of(left.remove());
            } else {
                common.add(next);
                common.add(left.remove());
            }
        }
        if (file == null) {
            throw new WrongInput(command, "写作 " + command + " --data DIR " + option + " FILE · written so");
        }
        return new Asked(Launch.parse(common, environment), file);
    }
}
