using BankAdmin.Infrastructure.Operations;
using BankAdmin.Web.Security;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>操作端末: the browser as it calls itself, short enough for the history and harmless in lists and files.</summary>
public sealed class TerminalTests
{
    private const string Windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Theory]
    [InlineData(Windows, "Chrome 142 Windows")]
    [InlineData(Windows + " Edg/142.0.0.0", "Edge 142 Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145 macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        + "Mobile/15E148 Safari/604.1", "Safari 18 iPhone")]
    [InlineData("curl/8.5.0", "curl 8")]
    [InlineData("", "")]
    [InlineData("=HYPERLINK(\"x\")", "")]
    [InlineData("\u202e悪意", "")]
    [InlineData("Firefox/99999999999999999999999999999999999999999", "Firefox 9999999999999999")]
    public void Browsers_are_named(string userAgent, string name) => Terminals.BrowserOf(userAgent).ShouldBe(name);

    [Theory]
    [InlineData("192.0.2.1 Chrome 142 Windows", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6 Edge 142 Windows", "20010DB800010002")]
    public void A_source_is_counted_whatever_its_browser_calls_itself(string terminal, string source) =>
        RepeatCounter.SourceOf(terminal).ShouldBe(source);
}
