package org.rongyi.platform.secrecy;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A way of writing that looks like a state secret.
 *
 * @param zh what it looks like, for the person who typed it
 * @param advice what to do instead
 * @param to the last day it is looked for; none while it is in force
 */
record SecretPattern(
        String id,
        String zh,
        String advice,
        LocalDate from,
        @Nullable LocalDate to,
        List<Pattern> ways) {

    private static final String DIGITS = "0-9〇零一二三四五六七八九";
    private static final String SPOKEN = "壹贰叁肆伍陆柒捌玖幺两拐洞勾";

    private static final String BRANCHES =
            "步兵|摩步|机步|装甲|坦克|合成|炮兵|高炮|防空|防化|工兵|舟桥|通信|侦察|陆航|空降兵|特战|特种作战|海军陆战|陆战|边防|海防|导弹|雷达|火箭炮|航空兵|电子对抗|汽车运输";

    /** What follows 师、旅、团 in ordinary words: 师范, 旅游, 团结, 团镇 … */
    private static final String EVERYDAY =
            "[范傅生徒资德公父弟姐]|[游客行店馆社途]|[结聚圆伙建购队员委支费扇旗课日拜膳校]|[镇村乡街道路屯场桥山岗]|体操|体(?!制)|长江|[毛棉纱]线|[绳纱]";

    static List<SecretPattern> read(InputStream in) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        var patterns = new ArrayList<SecretPattern>();
        for (var item : (List<?>) require(root, "patterns")) {
            patterns.add(pattern((Map<?, ?>) item));
        }
        return List.copyOf(patterns);
    }

    boolean isInForce(LocalDate on) {
        return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }

    private static SecretPattern pattern(Map<?, ?> item) {
        require(item, "document");
        require(item, "certainty");
        var to = item.get("to");
        return new SecretPattern(
                require(item, "id").toString(),
                require(item, "zh").toString(),
                require(item, "advice").toString(),
                day(require(item, "from")),
                to == null ? null : day(to),
                ((List<?>) require(item, "match"))
                        .stream().map(way -> compile(way.toString())).toList());
    }

    private static Pattern compile(String way) {
        return Pattern.compile(way.replace("{N}", "[" + DIGITS + SPOKEN + "]")
                .replace("{D}", "[" + DIGITS + SPOKEN + "十百]")
                .replace("{G}", "[ .·-]?")
                .replace("{幺}", SPOKEN)
                .replace("{兵}", BRANCHES)
                .replace("{日常}", EVERYDAY));
    }

    private static LocalDate day(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(value.toString());
    }

    private static Object require(Map<?, ?> item, String key) {
        var value = item.get(key);
        if (value == null) {
            throw new IllegalStateException("secrecy/patterns.yaml: 缺少 " + key + " 于 " + item);
        }
        return value;
    }
}
