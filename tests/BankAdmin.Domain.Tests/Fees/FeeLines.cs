namespace BankAdmin.Domain.Tests.Fees;

/// <summary>
/// Payments worked out by hand: schedule | method | P | F | T | A | W | D, or 「refused」 in place of A, W and D. Both sides of every
/// boundary, below the minimum, and payments that their fee would eat up.
/// </summary>
internal static class FeeLines
{
    public const string Text = """
        one | Fixed | 1 | 495 | -494 | refused
        one | Fixed | 495 | 495 | 0 | refused
        one | Fixed | 496 | 495 | 1 | 495 | 496 | 0
        one | Fixed | 29999 | 495 | 29504 | 495 | 29999 | 0
        one | Fixed | 1000000 | 495 | 999505 | 495 | 1000000 | 0
        one | AddUpperFee | 496 | 495 | 1 | 495 | 496 | 0
        one | AddLowerFee | 496 | 495 | 1 | 495 | 496 | 0
        two | Fixed | 110 | 110 | 0 | refused
        two | AddUpperFee | 110 | 110 | 0 | refused
        two | AddLowerFee | 110 | 110 | 0 | refused
        two | Fixed | 111 | 110 | 1 | 110 | 111 | 0
        two | AddUpperFee | 111 | 110 | 1 | 110 | 111 | 0
        two | AddLowerFee | 111 | 110 | 1 | 110 | 111 | 0
        two | Fixed | 29999 | 110 | 29889 | 110 | 29999 | 0
        two | AddUpperFee | 29999 | 110 | 29889 | 110 | 29999 | 0
        two | AddLowerFee | 29999 | 110 | 29889 | 110 | 29999 | 0
        two | Fixed | 30000 | 330 | 29670 | 110 | 29780 | +220
        two | AddUpperFee | 30000 | 110 | 29890 | 110 | 30000 | 0
        two | AddLowerFee | 30000 | 110 | 29890 | 110 | 30000 | 0
        two | Fixed | 30109 | 330 | 29779 | 110 | 29889 | +220
        two | AddUpperFee | 30109 | 110 | 29999 | 110 | 30109 | 0
        two | AddLowerFee | 30109 | 110 | 29999 | 110 | 30109 | 0
        two | Fixed | 30110 | 330 | 29780 | 110 | 29890 | +220
        two | AddUpperFee | 30110 | 110 | 30000 | 330 | 30330 | -220
        two | AddLowerFee | 30110 | 330 | 29780 | 110 | 29890 | +220
        two | Fixed | 30111 | 330 | 29781 | 110 | 29891 | +220
        two | AddUpperFee | 30111 | 110 | 30001 | 330 | 30331 | -220
        two | AddLowerFee | 30111 | 330 | 29781 | 110 | 29891 | +220
        two | Fixed | 30329 | 330 | 29999 | 110 | 30109 | +220
        two | AddUpperFee | 30329 | 110 | 30219 | 330 | 30549 | -220
        two | AddLowerFee | 30329 | 330 | 29999 | 110 | 30109 | +220
        two | Fixed | 30330 | 330 | 30000 | 330 | 30330 | 0
        two | AddUpperFee | 30330 | 330 | 30000 | 330 | 30330 | 0
        two | AddLowerFee | 30330 | 330 | 30000 | 330 | 30330 | 0
        two | Fixed | 30331 | 330 | 30001 | 330 | 30331 | 0
        two | AddUpperFee | 30331 | 330 | 30001 | 330 | 30331 | 0
        two | AddLowerFee | 30331 | 330 | 30001 | 330 | 30331 | 0
        two | Fixed | 30439 | 330 | 30109 | 330 | 30439 | 0
        two | AddUpperFee | 30439 | 330 | 30109 | 330 | 30439 | 0
        two | AddLowerFee | 30439 | 330 | 30109 | 330 | 30439 | 0
        two | Fixed | 30440 | 330 | 30110 | 330 | 30440 | 0
        two | AddUpperFee | 30440 | 330 | 30110 | 330 | 30440 | 0
        two | AddLowerFee | 30440 | 330 | 30110 | 330 | 30440 | 0
        three | Fixed | 100 | 0 | 100 | 110 | 210 | -110
        three | AddUpperFee | 100 | 0 | 100 | 110 | 210 | -110
        three | AddLowerFee | 100 | 0 | 100 | 110 | 210 | -110
        three | Fixed | 999 | 0 | 999 | 110 | 1109 | -110
        three | AddUpperFee | 999 | 0 | 999 | 110 | 1109 | -110
        three | AddLowerFee | 999 | 0 | 999 | 110 | 1109 | -110
        three | Fixed | 1000 | 100 | 900 | 110 | 1010 | -10
        three | AddUpperFee | 1000 | 100 | 900 | 110 | 1010 | -10
        three | AddLowerFee | 1000 | 100 | 900 | 110 | 1010 | -10
        three | Fixed | 9999 | 100 | 9899 | 110 | 10009 | -10
        three | AddUpperFee | 9999 | 100 | 9899 | 110 | 10009 | -10
        three | AddLowerFee | 9999 | 100 | 9899 | 110 | 10009 | -10
        three | Fixed | 10000 | 200 | 9800 | 110 | 9910 | +90
        three | AddUpperFee | 10000 | 100 | 9900 | 110 | 10010 | -10
        three | AddLowerFee | 10000 | 100 | 9900 | 110 | 10010 | -10
        three | Fixed | 10099 | 200 | 9899 | 110 | 10009 | +90
        three | AddUpperFee | 10099 | 100 | 9999 | 110 | 10109 | -10
        three | AddLowerFee | 10099 | 100 | 9999 | 110 | 10109 | -10
        three | Fixed | 10100 | 200 | 9900 | 110 | 10010 | +90
        three | AddUpperFee | 10100 | 100 | 10000 | 110 | 10110 | -10
        three | AddLowerFee | 10100 | 200 | 9900 | 110 | 10010 | +90
        three | Fixed | 10199 | 200 | 9999 | 110 | 10109 | +90
        three | AddUpperFee | 10199 | 100 | 10099 | 110 | 10209 | -10
        three | AddLowerFee | 10199 | 200 | 9999 | 110 | 10109 | +90
        three | Fixed | 10200 | 200 | 10000 | 110 | 10110 | +90
        three | AddUpperFee | 10200 | 200 | 10000 | 110 | 10110 | +90
        three | AddLowerFee | 10200 | 200 | 10000 | 110 | 10110 | +90
        three | Fixed | 30199 | 200 | 29999 | 110 | 30109 | +90
        three | AddUpperFee | 30199 | 200 | 29999 | 110 | 30109 | +90
        three | AddLowerFee | 30199 | 200 | 29999 | 110 | 30109 | +90
        three | Fixed | 30200 | 200 | 30000 | 330 | 30330 | -130
        three | AddUpperFee | 30200 | 200 | 30000 | 330 | 30330 | -130
        three | AddLowerFee | 30200 | 200 | 30000 | 330 | 30330 | -130
        three | Fixed | 49999 | 200 | 49799 | 330 | 50129 | -130
        three | AddUpperFee | 49999 | 200 | 49799 | 330 | 50129 | -130
        three | AddLowerFee | 49999 | 200 | 49799 | 330 | 50129 | -130
        three | Fixed | 50000 | 400 | 49600 | 330 | 49930 | +70
        three | AddUpperFee | 50000 | 200 | 49800 | 330 | 50130 | -130
        three | AddLowerFee | 50000 | 200 | 49800 | 330 | 50130 | -130
        three | Fixed | 50199 | 400 | 49799 | 330 | 50129 | +70
        three | AddUpperFee | 50199 | 200 | 49999 | 330 | 50329 | -130
        three | AddLowerFee | 50199 | 200 | 49999 | 330 | 50329 | -130
        three | Fixed | 50200 | 400 | 49800 | 330 | 50130 | +70
        three | AddUpperFee | 50200 | 200 | 50000 | 330 | 50330 | -130
        three | AddLowerFee | 50200 | 400 | 49800 | 330 | 50130 | +70
        three | Fixed | 50399 | 400 | 49999 | 330 | 50329 | +70
        three | AddUpperFee | 50399 | 200 | 50199 | 330 | 50529 | -130
        three | AddLowerFee | 50399 | 400 | 49999 | 330 | 50329 | +70
        three | Fixed | 50400 | 400 | 50000 | 330 | 50330 | +70
        three | AddUpperFee | 50400 | 400 | 50000 | 330 | 50330 | +70
        three | AddLowerFee | 50400 | 400 | 50000 | 330 | 50330 | +70
        falling | Fixed | 330 | 330 | 0 | refused
        falling | AddUpperFee | 330 | 330 | 0 | refused
        falling | AddLowerFee | 330 | 330 | 0 | refused
        falling | Fixed | 331 | 330 | 1 | 110 | 111 | +220
        falling | AddUpperFee | 331 | 330 | 1 | 110 | 111 | +220
        falling | AddLowerFee | 331 | 330 | 1 | 110 | 111 | +220
        falling | Fixed | 29999 | 330 | 29669 | 110 | 29779 | +220
        falling | AddUpperFee | 29999 | 330 | 29669 | 110 | 29779 | +220
        falling | AddLowerFee | 29999 | 330 | 29669 | 110 | 29779 | +220
        falling | Fixed | 30000 | 110 | 29890 | 110 | 30000 | 0
        falling | AddUpperFee | 30000 | 330 | 29670 | 110 | 29780 | +220
        falling | AddLowerFee | 30000 | 330 | 29670 | 110 | 29780 | +220
        falling | Fixed | 30109 | 110 | 29999 | 110 | 30109 | 0
        falling | AddUpperFee | 30109 | 330 | 29779 | 110 | 29889 | +220
        falling | AddLowerFee | 30109 | 330 | 29779 | 110 | 29889 | +220
        falling | Fixed | 30110 | 110 | 30000 | 330 | 30330 | -220
        falling | AddUpperFee | 30110 | 110 | 30000 | 330 | 30330 | -220
        falling | AddLowerFee | 30110 | 330 | 29780 | 110 | 29890 | +220
        falling | Fixed | 30329 | 110 | 30219 | 330 | 30549 | -220
        falling | AddUpperFee | 30329 | 110 | 30219 | 330 | 30549 | -220
        falling | AddLowerFee | 30329 | 330 | 29999 | 110 | 30109 | +220
        falling | Fixed | 30330 | 110 | 30220 | 330 | 30550 | -220
        falling | AddUpperFee | 30330 | 110 | 30220 | 330 | 30550 | -220
        falling | AddLowerFee | 30330 | 110 | 30220 | 330 | 30550 | -220
        falling | Fixed | 30331 | 110 | 30221 | 330 | 30551 | -220
        falling | AddUpperFee | 30331 | 110 | 30221 | 330 | 30551 | -220
        falling | AddLowerFee | 30331 | 110 | 30221 | 330 | 30551 | -220
        """;
}
