using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace BankAdmin.Testing;

/// <summary>
/// A mail server of one test, on a free port of 127.0.0.1, that keeps what it is sent. It speaks no TLS, and takes no more
/// than tests send.
/// </summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private const int MostLines = 1_000;
    private static readonly TimeSpan LongestTalk = TimeSpan.FromSeconds(60);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<ReceivedMail> received = [];
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly Task listening;

    public SmtpListener()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. received];

    /// <summary>An address it does not take.</summary>
    public string? Refused { get; set; }

    /// <summary>The word at which it hangs up without an answer, e.g. <c>DATA</c>; <c>EHLO</c> is as good as down.</summary>
    public string? HangsUpAt { get; set; }

    /// <summary>Waits for the next mail that nobody has waited for.</summary>
    public async Task<bool> WaitAsync(TimeSpan within) => await arrivals.WaitAsync(within);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        closing.Dispose();
        arrivals.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        limit.CancelAfter(LongestTalk);
        using (client)
        await using (var stream = client.GetStream())
        {
            try
            {
                await new Talk(this, stream).HoldAsync(limit.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The other side left, or the test is over.
            }
        }
    }

    private sealed class Talk(SmtpListener server, Stream stream)
    {
        private readonly StreamReader reader = new(stream, Encoding.Latin1);
        private readonly List<string> recipients = [];
        private string? logIn;

        public async Task HoldAsync(CancellationToken ct)
        {
            await SayAsync("220 localhost ESMTP", ct);
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (word == server.HangsUpAt)
                {
                    return;
                }

                await AnswerAsync(word, line, ct);
                if (word == "QUIT")
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(string word, string line, CancellationToken ct)
        {
            switch (word)
            {
                case "EHLO":
                    await SayAsync("250-localhost\r\n250 AUTH PLAIN", ct);
                    break;
                case "AUTH":
                    logIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Replace('\0', ' ').Trim();
                    await SayAsync("235 welcome", ct);
                    break;
                case "RCPT" when server.Refused is { } refused && line.Contains($"<{refused}>", StringComparison.OrdinalIgnoreCase):
                    await SayAsync($"550 <{refused}> is not known here", ct);
                    break;
                case "RCPT":
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await SayAsync("250 ok", ct);
                    break;
                case "DATA":
                    await SayAsync("354 go on", ct);
                    await KeepAsync(ct);
                    await SayAsync("250 taken", ct);
                    break;
                case "QUIT":
                    await SayAsync("221 bye", ct);
                    break;
                default:
                    recipients.Clear();
                    await SayAsync(word is "MAIL" or "RSET" ? "250 ok" : "502 not here", ct);
                    break;
            }
        }

        private async Task KeepAsync(CancellationToken ct)
        {
            var lines = new List<string>();
            while (await reader.ReadLineAsync(ct) is { } line && line != ".")
            {
                if (lines.Count == MostLines)
                {
                    throw new IOException("Longer than any mail of a test.");
                }

                lines.Add(line.StartsWith('.') ? line[1..] : line);
            }

            server.received.Enqueue(new ReceivedMail([.. recipients], string.Join("\r\n", lines), logIn));
            server.arrivals.Release();
        }

        private async Task SayAsync(string text, CancellationToken ct) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), ct);
    }
}

/// <summary>A mail as a server received it.</summary>
/// <param name="Recipients">Whom the sender named outside the message.</param>
/// <param name="Source">The message, a character for each byte.</param>
/// <param name="LogIn">Who logged in, and with what; null: nobody.</param>
public sealed record ReceivedMail(IReadOnlyList<string> Recipients, string Source, string? LogIn)
{
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Source)));
}
