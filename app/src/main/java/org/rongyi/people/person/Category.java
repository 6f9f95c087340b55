package org.rongyi.people.person;

/** 服务对象类别: the twelve categories of the national collection of 2018 (信息采集). One person may be several. */
public enum Category {
    TRANSFERRED_OFFICER("军队转业干部"),
    DISCHARGED_SOLDIER("退役士兵"),
    RETIRED_CADRE("军队离退休干部和退休士官"),
    RETIRED_WORKER("军队无军籍离退休退职职工"),
    RED_ARMY_VETERAN("退伍红军老战士"),
    DEMOBILISED("复员军人"),
    DISABLED_SOLDIER("残疾军人"),
    DISABLED_MILITIA("伤残民兵民工"),
    MARTYR_FAMILY("烈士遗属"),
    DUTY_DEATH_FAMILY("因公牺牲军人遗属"),
    DECEASED_FAMILY("病故军人遗属"),
    SERVING_FAMILY("现役军人家属");

    private final String zh;

    Category(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
