using System.Text;

namespace BankAdmin.Domain;

/// <summary>
/// Characters that names are written with in several ways (rule: spec rulings.md „Names, stored and searched“). They are folded where
/// names are compared; what is stored keeps the variant its owner writes. Variants that Unicode itself folds are not repeated here.
/// </summary>
public static class NameVariants
{
    // The first of each word stands for the others.
    private const string Groups =
        "高髙 崎﨑嵜 吉𠮷 辺邉邊 斎齋齊斉 浜濱濵 橋𣘺 沢澤 島嶋嶌 広廣 国國 竜龍 滝瀧 桜櫻 徳德 黒黑 槙槇 真眞 寿壽 恵惠 "
        + "栄榮 円圓 関關 万萬 実實 宝寶寳 蔵藏 富冨 峰峯 館舘 鉄鐵 条條 与與 桑桒 曽曾 豊豐 弥彌 礼禮 静靜 鶴靏靎 柳栁 "
        + "梅楳 秋穐 薮籔藪 桧檜 薗園 郷鄕 剣劍劔 渕淵渊 当當 会會 学學 医醫 証證 応應 県縣 亜亞 岳嶽 双雙 総總 旧舊 検檢 "
        + "満滿 来來 歩步 郎郞 駅驛 尭堯 遥遙 晃晄 巌巖 壮壯 将將 聡聰 鴎鷗 野埜 松枩 船舩 姉姊 増增 横橫 清淸 緑綠 緒緖 "
        + "頼賴 戸戶 内內 巻卷 戻戾 温溫 穏穩 薫薰 涼凉 凛凜 瑶瑤 翠翆 教敎 為爲 氷冰 陥陷 称稱 稲稻 鎮鎭 霊靈 昼晝 麦麥 "
        + "塩鹽 砿鉱鑛 灯燈 仏佛 仙僊 勲勳 勅敕 区區 参參 台臺 図圖 圏圈 売賣 専專 届屆 帰歸 弁辨 徴徵 恒恆 悦悅 戦戰 "
        + "拡擴 拝拜 挙擧 捜搜 摂攝 数數 暁曉 枢樞 楽樂 様樣 権權 歓歡 歴歷 殻殼 毎每 沖冲 浄淨 渋澁 済濟 渓溪 湾灣 点點 "
        + "独獨 画畫 畳疊 発發 盗盜 祢禰 禄祿 穂穗 竈竃 粛肅 糸絲 経經 絵繪 続續 縦縱 繊纖 聴聽 芦蘆 芸藝 荘莊 薬藥 虫蟲 "
        + "蛍螢 衛衞 装裝 覚覺 覧覽 観觀 触觸 読讀 誉譽 譲讓 賛贊 軽輕 転轉 逓遞 釈釋 鋳鑄 録錄 鋭銳 闘鬪 随隨 険險 雑雜 "
        + "青靑 頬頰 顔顏 顕顯 飲飮 髪髮 鯵鰺 鴬鶯 麹麴 黄黃 黙默 齢齡 祇祗 瀬瀨 潟瀉 獻献 狭狹 帯帶 従從 悪惡 懐懷 巣巢 "
        + "彦彥 団團 囲圍 奥奧 寛寬 寝寢 対對 属屬 峡峽 峨峩 嵯嵳 恋戀 慎愼 戯戲 択擇 楼樓 欧歐 殴毆 浅淺 涙淚 滞滯 焔焰 "
        + "燕鷰 犠犧";

    private static readonly Dictionary<Rune, Rune> Table = Read();

    /// <summary>The character that stands for a variant, or itself.</summary>
    public static Rune Fold(Rune letter) => Table.GetValueOrDefault(letter, letter);

    private static Dictionary<Rune, Rune> Read()
    {
        var table = new Dictionary<Rune, Rune>();
        foreach (var word in Groups.Split(' '))
        {
            var runes = word.EnumerateRunes().ToList();
            foreach (var variant in runes.Skip(1))
            {
                table[variant] = runes[0];
            }
        }

        return table;
    }
}
